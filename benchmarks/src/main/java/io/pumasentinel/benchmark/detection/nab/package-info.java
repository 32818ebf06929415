/**
 * The Numenta Anomaly Benchmark (Lavin, Ahmad: Evaluating Real-time Anomaly Detection Algorithms,
 * ICMLA 2015) over a copy of its folder that the user names; nothing of it is part of this project.
 */
@NullMarked
package io.pumasentinel.benchmark.detection.nab;

import org.jspecify.annotations.NullMarked;
