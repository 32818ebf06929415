package io.pumasentinel.job.score;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * How many sign-ins a job has seen, and of how many it could tell whether they were accepted.
 *
 * @param seen requests to a path that takes sign-ins
 * @param decided those of them that were told to be accepted or refused
 */
public record SignInCounts(long seen, long decided) {

    static final String SEEN = "sign-ins";
    static final String DECIDED = "sign-ins-decided";

    /** So many are no accident: some would have been refused. */
    private static final long ENOUGH = 100;

    /** Reads the numbers out of a job's accumulators; zero where the job has not told any yet. */
    public static SignInCounts of(Map<String, Object> accumulators) {
        return new SignInCounts(number(accumulators, SEEN), number(accumulators, DECIDED));
    }

    /** A sentence for the operator if a hundred sign-ins or more were seen and none decided. */
    public Optional<String> warning() {
        if (seen < ENOUGH || decided > 0) {
            return Optional.empty();
        }
        return Optional.of(
                String.format(
                        Locale.ROOT,
                        "ingest.auth-preset: of %,d sign-ins not one was told to be accepted or"
                                + " refused; rules about sign-ins fall back to their rate. Set the"
                                + " preset, auth-accepted or auth-refused to what the application"
                                + " answers",
                        seen));
    }

    private static long number(Map<String, Object> accumulators, String name) {
        return accumulators.get(name) instanceof Long number ? number : 0;
    }
}
