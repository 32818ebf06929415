package io.pumasentinel.cli.review;

/**
 * Something to do.
 *
 * @param urgency when
 * @param what to do
 * @param why the numbers behind it; may hold what a visitor sent
 * @param runbook the rule whose runbook tells how; empty: none
 */
record Step(Urgency urgency, String what, String why, String runbook) {

    /** When something should be done, the most urgent first. */
    enum Urgency {
        NOW("now"),
        TODAY("today"),
        THIS_WEEK("this week");

        private final String words;

        Urgency(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }
}
