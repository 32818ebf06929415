/**
 * Learned baselines: what is normal for an endpoint, and how unusual the newest window is.
 *
 * <p>Pure calculation: no clock, no randomness, no stream processor. Everything that is kept
 * between windows is a plain object with public fields, so that a stream processor can store it and
 * later versions can add to it.
 *
 * <h2>What is learned</h2>
 *
 * <ul>
 *   <li><b>Quantiles</b> of a window: DDSketch's logarithmic bins, relative error α = 1 % with γ =
 *       (1 + α)/(1 − α) (Masson, Rim, Lee: DDSketch, VLDB 2019, sections 2.2 and 2.3), lowest bins
 *       folded beyond 384.
 *   <li><b>Level and spread</b>: mean and variance with exponential half-life by West's update
 *       (Communications of the ACM 22, 1979): W' = λW + 1, m' = m + (x − m)/W', S' = λS + (λW/W')(x
 *       − m)², variance S/(W − 1).
 *   <li><b>Scales</b> in which deviations are roughly normal: ln for latency quantiles and response
 *       lengths; 2√(n + ⅜) for counts (Anscombe, Biometrika 35, 1948), where a Poisson count has
 *       the variance 1 whatever its mean, so that 1 is the least variance believed.
 *   <li><b>Rates</b> are forecast by an exponentially weighted mean that follows the day, and
 *       judged by the spread of the forecast's errors. Empty windows are counted, not averaged in.
 *   <li><b>Error shares</b>: decayed sums of errors and requests and the dispersion φ of Pearson's
 *       residuals, at least 1 (Wedderburn, Biometrika 61, 1974). A window is compared with all that
 *       was learned by the likelihood ratio of two binomial samples with continuity correction; z
 *       is the signed root of ratio/φ.
 *   <li><b>Single requests</b>: a decayed histogram of latencies; beyond its 0.95 quantile u a
 *       Pareto tail, P(X &gt; x) = P(X &gt; u)·(x/u)^(−1/β), β the mean of ln(x/u) (Hill, Annals of
 *       Statistics 3, 1975), drawn towards 0.3 by five requests' worth.
 * </ul>
 *
 * <p><b>Workers</b>: pools of ten seconds of samples, each metric by level and spread in a scale of
 * its own; memory that only ever grows by Mann and Kendall's rank test over a day ({@link
 * io.pumasentinel.baseline.WorkerModel}).
 *
 * <h2>What a score means</h2>
 *
 * <p>A value's distance t in predictive standard deviations, s²·(1 + 1/W), is turned into the
 * normal deviation z with the same tail under Student's distribution with W − 1 degrees of freedom
 * (Wallace, Annals of Mathematical Statistics 30, 1959): z = (8ν + 1)/(8ν + 3)·√(ν ln(1 + t²/ν)).
 * The score is 1 − 2^(−(z/3)²): 0.5 at z = 3, the edge of the band, exceeded by one normal value in
 * 370 on either side; 0.9 at z = 5.5, one in 20 million; it tells rarity, not importance.
 * Importance is {@link io.pumasentinel.baseline.WindowScore#notable()}: a least effect in both
 * ratio and difference, on enough requests, in the direction that hurts ({@link
 * io.pumasentinel.baseline.Guards}).
 *
 * <h2>What outliers teach</h2>
 *
 * <p>The first value outside the band teaches the band's edge (Winsorised update), so that too
 * narrow a spread heals; the rest of a run teaches nothing. Its values are learned aside, and when
 * the run has lasted 90 windows they become the new normal at once. During warm-up everything
 * teaches.
 *
 * <h2>What it does not do yet</h2>
 *
 * <p>No season is learned: a rate that jumps at the same time every day is told of every day. A
 * rise slow enough to stay inside the band is followed. Silence itself is never scored, because a
 * window without requests does not occur; only the return to traffic can be.
 */
@NullMarked
package io.pumasentinel.baseline;

import org.jspecify.annotations.NullMarked;
