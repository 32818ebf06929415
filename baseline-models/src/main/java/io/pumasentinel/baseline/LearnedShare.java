package io.pumasentinel.baseline;

import org.jspecify.annotations.Nullable;

/**
 * The usual share of errors (or of anything else) among requests, for windows of any size.
 *
 * <p>Learned are decayed sums of errors and requests, and the dispersion φ ≥ 1: how much more the
 * share varies from window to window than a binomial count would (quasi-likelihood, Wedderburn
 * 1974; the beta-binomial's variance has the same form). A window is compared with everything
 * learned by the likelihood ratio of two binomial samples, divided by φ; its signed root is nearly
 * normal also for few errors. Half an error and one request are added to what was learned, and half
 * an error is taken from the difference (continuity): one error in two requests says little.
 *
 * <p>Outliers and lasting changes are treated as in {@link LearnedLevel}.
 */
public class LearnedShare {
    /** So many windows' worth of belief that the share varies as a binomial does. */
    private static final double BINOMIAL_BELIEF = 10;

    private static final int MOST_STEPS = 20;

    /** In standard deviations. */
    private static final double TOLERANCE = 0.01;

    public double errors;
    public double requests;

    /** Decayed sum of the squared Pearson residuals, and of their weights. */
    public double residuals;

    public double weight;
    public double shiftedErrors;
    public double shiftedRequests;
    public Run run = new Run();

    /** The outliers of the last days; null before the first. */
    public @Nullable Recurrence recurrence;

    /** Scores a (pooled) window's share if the judgement is warm, then learns it. */
    void close(Metric metric, double windowErrors, double count, Judgement judgement) {
        BaselineSettings settings = judgement.settings();
        if (!judgement.warm() || !known(settings)) {
            learnFreely(windowErrors, count, settings);
            return;
        }
        double share = windowErrors / count;
        double expected = expected();
        Guards guards = judgement.guards();
        boolean notable =
                share >= expected + guards.errorShare()
                        && windowErrors >= (double) guards.affectedRequests();
        judgement
                .scores()
                .add(
                        new WindowScore(
                                metric,
                                score(share, count),
                                share,
                                expected,
                                lower(count),
                                upper(count),
                                judgement.spanMillis(),
                                notable));
        learn(windowErrors, count, judgement.windows(), settings);
    }

    boolean known(BaselineSettings settings) {
        return weight >= LearnedLevel.LEAST_WEIGHT || requests >= 5.0 * settings.minimumVolume();
    }

    double expected() {
        return (errors + 0.5) / (requests + 1);
    }

    /** How far a window with this share of errors lies out, as a normal deviation with sign. */
    double z(double share, double count) {
        double expected = expected();
        double difference = share - expected;
        double corrected = Math.max(Math.abs(difference) - 0.5 / count, 0);
        double compared = expected + Math.copySign(corrected, difference);
        double ratio = likelihoodRatio(compared * count, count, errors + 0.5, requests + 1);
        return Math.copySign(Math.sqrt(ratio / dispersion()), difference);
    }

    /** The score of a window with this share of errors, in [0,1]. */
    double score(double share, double count) {
        return Surprise.ofDeviation(z(share, count), recurrence);
    }

    double upper(double count) {
        double beyond = z(1, count) - Surprise.EDGE;
        return beyond <= 0 ? 1 : edge(1, beyond, count);
    }

    double lower(double count) {
        double beyond = -z(0, count) - Surprise.EDGE;
        return beyond <= 0 ? 0 : edge(0, beyond, count);
    }

    void learnFreely(double windowErrors, double count, BaselineSettings settings) {
        double keep = settings.keep();
        // The residual is taken before the sums move, as a new window's would be.
        if (requests > 0) {
            double share = expected();
            double spread = count * share * (1 - share) * (1 + count / (requests + 1));
            double residual = windowErrors - count * share;
            double most = Surprise.EDGE * Surprise.EDGE * dispersion();
            residuals = keep * residuals + Math.min(residual * residual / spread, most);
            weight = keep * weight + 1;
        }
        errors = keep * errors + windowErrors;
        requests = keep * requests + count;
    }

    /**
     * Learns from many members of a population at once, by their sums: the dispersion is then that
     * among members. Their squared Pearson residuals, (errors − n·p)² / (n·p·(1 − p)), add up to (Σ
     * errors²/n − 2p·Σ errors + p²·Σ n) / (p·(1 − p)).
     */
    void learnMembers(ClientTally members, BaselineSettings settings) {
        double keep = settings.keep();
        if (requests > 0) {
            double share = expected();
            double squares =
                    members.squares - 2 * share * members.errors + share * share * members.count;
            double most = Surprise.EDGE * Surprise.EDGE * dispersion() * members.clients;
            double added = Math.min(Math.max(squares / (share * (1 - share)), 0), most);
            residuals = keep * residuals + added;
            weight = keep * weight + members.clients;
        }
        errors = keep * errors + members.errors;
        requests = keep * requests + members.count;
    }

    /** As {@link LearnedLevel#learn}. */
    boolean learn(double windowErrors, double count, int span, BaselineSettings settings) {
        double z = z(windowErrors / count, count);
        int side = Math.abs(z) <= Surprise.EDGE ? 0 : z > 0 ? 1 : -1;
        if (recurrence != null) {
            recurrence.pass(span);
        }
        if (!run.follow(side, span)) {
            shiftedErrors = 0;
            shiftedRequests = 0;
        }
        if (side != 0) {
            shiftedErrors += windowErrors;
            shiftedRequests += count;
            if (run.lasted(settings)) {
                accept();
                return true;
            }
        }
        if (side == 0) {
            learnFreely(windowErrors, count, settings);
        } else if (run.justBegan(span)) {
            recurrence = Recurrence.keeping(recurrence, z);
            double clipped = side > 0 ? upper(count) : lower(count);
            learnFreely(clipped * count, count, settings);
        }
        return false;
    }

    private void accept() {
        errors = shiftedErrors;
        requests = shiftedRequests;
        residuals = 0;
        weight = 0;
        shiftedErrors = 0;
        shiftedRequests = 0;
        run = new Run();
    }

    private double dispersion() {
        return Math.max(1, (residuals + BINOMIAL_BELIEF) / (weight + BINOMIAL_BELIEF));
    }

    /** Where |z| is the edge, between what is expected and {@code outside}, by false position. */
    private double edge(double outside, double excessOutside, double count) {
        double in = expected();
        double out = outside;
        double within = -Surprise.EDGE;
        double beyond = excessOutside;
        double next = guess(in, outside, count);
        for (int i = 0; i < MOST_STEPS; i++) {
            double excess = Math.abs(z(next, count)) - Surprise.EDGE;
            if (Math.abs(excess) < TOLERANCE) {
                return next;
            }
            // Illinois: the end that stays counts half, or it would stay for ever.
            if (excess < 0) {
                in = next;
                within = excess;
                beyond /= 2;
            } else {
                out = next;
                beyond = excess;
                within /= 2;
            }
            next = (in * beyond - out * within) / (beyond - within);
        }
        return next;
    }

    /** Where the edge would be if shares were normal; between both. */
    private double guess(double inside, double outside, double count) {
        double variance = inside * (1 - inside) * (1 / count + 1 / (requests + 1)) * dispersion();
        double width = Surprise.EDGE * Math.sqrt(variance) + 0.5 / count;
        double most = Math.abs(outside - inside);
        return inside + Math.copySign(Math.min(width, 0.9 * most), outside - inside);
    }

    /** Twice the logarithm of the ratio: two samples of their own share against one of both. */
    private static double likelihoodRatio(double k, double n, double learnedK, double learnedN) {
        double share = (k + learnedK) / (n + learnedN);
        double sum = term(k, n * share) + term(n - k, n * (1 - share));
        sum += term(learnedK, learnedN * share);
        sum += term(learnedN - learnedK, learnedN * (1 - share));
        return Math.max(0, 2 * sum);
    }

    private static double term(double observed, double expected) {
        return observed <= 0 ? 0 : observed * Math.log(observed / expected);
    }
}
