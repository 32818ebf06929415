/** Scoring and classifying: keyed state around the baselines and the single-event rules. */
@NullMarked
package io.pumasentinel.job.score;

import org.jspecify.annotations.NullMarked;
