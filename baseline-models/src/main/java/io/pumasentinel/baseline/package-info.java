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
 *   <li><b>Minutes and gaps</b>: what is too thin for ten seconds is judged by the minute; windows
 *       without requests by the requests that were missing, when the gap ends.
 *   <li><b>Single requests</b>, by class of status: a decayed histogram; beyond its 0.95 quantile u
 *       a Pareto tail, P(X &gt; x) = P(X &gt; u)·(x/u)^(−1/β), β the mean of ln(x/u) (Hill, Annals
 *       of Statistics 3, 1975), drawn towards 0.3 by five requests' worth.
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
 * 370 on either side; 0.9 at z = 5.5, one in 20 million; it tells rarity, not importance. Surprises
 * of the long view are shifted so that 0.5 is their edge. Importance is {@link
 * io.pumasentinel.baseline.WindowScore#notable()}: a least effect in both ratio and difference, on
 * enough requests, in the direction that hurts ({@link io.pumasentinel.baseline.Guards}).
 *
 * <h2>The long view</h2>
 *
 * <p>Blocks of six minutes are judged against days ({@link io.pumasentinel.baseline.LongView}):
 * latency and error shares as above, with a half-life of a day; the rate by what the usual day has
 * at its time, times what came of late over what the usual day had then ({@link
 * io.pumasentinel.baseline.SeasonalRate}, the multiplicative model of Winters, Management Science
 * 6, 1960), and by the model for any series by itself ({@link
 * io.pumasentinel.baseline.SeriesDetector}):
 *
 * <ul>
 *   <li>A value x is seen as its deviation d = ±ln(1 + |x − l|/s) from the long level l, in the
 *       spread s of its side: heavy tails become straight. Where a daily or weekly season has
 *       proved itself (errors below a stated share of those without, seen twice), d is the
 *       deviation from the season's slot.
 *   <li>Averages of d over five horizons, each a few times as long as the one before, the change
 *       against the value before, and the mean size of changes are features.
 *   <li>Each feature f is ranked: with the past values v of weight w, decayed, m = Σ w·min(1,
 *       e^(−(f − v)/r)) counts what was as far out, with a reach r in proportion to the feature's
 *       spread. The surprise is −ln m. No law is assumed; beyond everything seen the tail is
 *       exponential in d, a Pareto law in x. Twelve weighted values stand for all (Ben-Haim and
 *       Tom-Tov, JMLR 11, 2010).
 *   <li>The most surprising feature speaks, less a part of recent surprises: restraint. Blocks have
 *       none, because incidents restrain alerts, and what is beyond anything seen teaches them a
 *       five-hundredth of an ordinary value.
 * </ul>
 *
 * <h2>What outliers teach</h2>
 *
 * <p>The first value outside the band teaches the band's edge (Winsorised update), so that too
 * narrow a spread heals; the rest of a run teaches nothing. Its values are learned aside, and when
 * the run has lasted 90 windows they become the new normal at once. During warm-up everything
 * teaches. Deviations that began three runs within some three days are usual, whatever the normal
 * law says of them ({@link io.pumasentinel.baseline.Recurrence}), and so are rises of the rate that
 * come at the same time of the day or of the hour ({@link io.pumasentinel.baseline.Schedule}).
 *
 * <h2>What it does not do</h2>
 *
 * <p>A day that is unlike all others (a holiday) is told. An endpoint that never comes back is told
 * of by others: a gap is judged when it ends.
 */
@NullMarked
package io.pumasentinel.baseline;

import org.jspecify.annotations.NullMarked;
