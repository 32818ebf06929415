package io.pumasentinel.cli.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How one endpoint differs from what it was; only differences that are large and not chance.
 *
 * @param now in the span
 * @param before in the span before
 */
record EndpointChange(EndpointTraffic now, EndpointTraffic before) {
    /** Below so many requests in either span a ratio says nothing. */
    private static final double ENOUGH = 100;

    private static final double FACTOR = 2;

    /** An endpoint that came or went had so many requests. */
    private static final double USED = 20;

    private static final double FAILURES = 10;
    private static final double FAILED_POINTS = 0.01;

    /** Standard errors by which two shares must differ: chance does it once in 700 comparisons. */
    private static final double CERTAIN = 3.2;

    private static final double SLOWER = 1.5;
    private static final double SLOWER_SECONDS = 0.02;

    boolean isNew() {
        return before.requests() == 0 && now.requests() >= USED;
    }

    boolean isGone() {
        return now.requests() == 0 && before.requests() >= USED;
    }

    boolean hasOtherTraffic() {
        double more = Math.max(now.requests(), before.requests());
        double less = Math.min(now.requests(), before.requests());
        return less > 0 && more >= ENOUGH && more >= FACTOR * less;
    }

    boolean failsOtherwise() {
        if (Math.max(now.failed(), before.failed()) < FAILURES) {
            return false;
        }
        if (now.requests() == 0 || before.requests() == 0) {
            return false;
        }
        double difference = Math.abs(failedPoints());
        double pooled = (now.failed() + before.failed()) / (now.requests() + before.requests());
        double error =
                Math.sqrt(pooled * (1 - pooled) * (1 / now.requests() + 1 / before.requests()));
        return difference >= FAILED_POINTS && difference >= CERTAIN * error;
    }

    boolean isOtherwiseFast() {
        boolean enough = now.requests() >= ENOUGH && before.requests() >= ENOUGH;
        double more = Math.max(now.p95(), before.p95());
        double less = Math.min(now.p95(), before.p95());
        // Unknown quantiles are NaN: every comparison is false.
        return enough && more >= SLOWER * less && more - less >= SLOWER_SECONDS;
    }

    boolean isWorse() {
        return failsOtherwise() && failedPoints() > 0;
    }

    boolean isSlower() {
        return isOtherwiseFast() && now.p95() > before.p95();
    }

    double failedPoints() {
        return now.failedShare() - before.failedShare();
    }

    /** How far apart the two are, for ranking; 0: not at all. */
    double size() {
        double size = isNew() || isGone() ? 1 : 0;
        if (hasOtherTraffic()) {
            size += Math.abs(Math.log(now.requests() / before.requests()));
        }
        if (failsOtherwise()) {
            size += 1 + 10 * Math.abs(failedPoints());
        }
        if (isOtherwiseFast()) {
            size += 1 + Math.abs(Math.log(now.p95() / before.p95()));
        }
        return size;
    }

    /** What changed and by how much. */
    String words() {
        List<String> words = new ArrayList<>();
        if (isNew()) {
            words.add("new");
        }
        if (isGone()) {
            words.add("gone");
        }
        if (hasOtherTraffic()) {
            words.add("requests " + times(now.requests() / before.requests()));
        }
        if (failsOtherwise()) {
            words.add(String.format(Locale.ROOT, "5xx %+.1f points", 100 * failedPoints()));
        }
        if (isOtherwiseFast()) {
            words.add("p95 " + times(now.p95() / before.p95()));
        }
        return String.join("; ", words);
    }

    private static String times(double factor) {
        return factor >= 1
                ? String.format(Locale.ROOT, "× %.1f", factor)
                : String.format(Locale.ROOT, "÷ %.1f", 1 / factor);
    }
}
