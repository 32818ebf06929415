/**
 * Simulated traffic of one service's endpoints, window by window, and the faults put into it.
 *
 * <p>Everything follows from a seed. What the detectors get is what the job would give them: counts
 * and latency histograms of single simulated requests.
 */
@NullMarked
package io.pumasentinel.benchmark.detection.traffic;

import org.jspecify.annotations.NullMarked;
