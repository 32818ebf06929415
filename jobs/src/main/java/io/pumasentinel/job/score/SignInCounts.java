package io.pumasentinel.job.score;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * How many sign-ins a job has seen, and of how many it could tell whether they were accepted.
 *
 * @param seen requests to a path that takes sign-ins
 * @param decided those of them that were told to be accepted or refused
 * @param refused those of them that were told to be refused
 */
public record SignInCounts(long seen, long decided, long refused) {

    static final String SEEN = "sign-ins";
    static final String DECIDED = "sign-ins-decided";
    static final String REFUSED = "sign-ins-refused";

    /** So many are no accident: some would have been refused. */
    private static final long ENOUGH = 100;

    /** Reads the numbers out of a job's accumulators; zero where the job has not told any yet. */
    public static SignInCounts of(Map<String, Object> accumulators) {
        return new SignInCounts(
                number(accumulators, SEEN),
                number(accumulators, DECIDED),
                number(accumulators, REFUSED));
    }

    /**
     * A sentence for the operator if a hundred sign-ins or more were seen and none was decided, or
     * a hundred decided and none of them refused.
     */
    public Optional<String> warning() {
        if (seen >= ENOUGH && decided == 0) {
            return Optional.of(
                    String.format(
                            Locale.ROOT,
                            "ingest.auth-preset: of %,d sign-ins not one was told to be accepted or"
                                    + " refused; rules about sign-ins fall back to their rate. Set"
                                    + " the preset, auth-accepted or auth-refused to what the"
                                    + " application answers",
                            seen));
        }
        if (decided >= ENOUGH && refused == 0) {
            return Optional.of(
                    String.format(
                            Locale.ROOT,
                            "ingest.auth-preset: %,d sign-ins were told to be accepted and not one"
                                    + " to be refused; if the application redirects to refuse too,"
                                    + " set the preset to rails, so that nothing is taken for an"
                                    + " accepted sign-in that is none",
                            decided));
        }
        return Optional.empty();
    }

    private static long number(Map<String, Object> accumulators, String name) {
        return accumulators.get(name) instanceof Long number ? number : 0;
    }
}
