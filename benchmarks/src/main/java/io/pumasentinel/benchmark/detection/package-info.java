/**
 * Measures how well the baselines detect, beside what others use: the share of known faults found
 * at a given rate of false alerts, the time until then, and what it costs.
 */
@NullMarked
package io.pumasentinel.benchmark.detection;

import org.jspecify.annotations.NullMarked;
