package io.pumasentinel.cli.backtest;

/**
 * One rule of one alert at one moment.
 *
 * @param alert the alert
 * @param part the rule's share of it
 * @param hold the moment
 */
record Telling(AlertHistory alert, ToldPart part, Hold hold) {

    /** Whether the alert had told this rule before: only its count went on. */
    boolean goesOn() {
        return !hold.equals(part.first());
    }
}
