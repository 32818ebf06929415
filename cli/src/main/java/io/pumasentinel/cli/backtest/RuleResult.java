package io.pumasentinel.cli.backtest;

/**
 * A rule, judged by the alerts in which it had a part.
 *
 * @param rule the rule
 * @param told alerts that told it
 * @param tells of these, those in which it told an episode for what it was
 * @param symptoms of these, those in which it held because of an episode and told none
 * @param falses of these, those in which it began to hold for nothing
 * @param expected visible episodes that the truth expects it to tell, it or another rule
 * @param found of the expected, those that it told
 */
record RuleResult(
        String rule, int told, int tells, int symptoms, int falses, int expected, int found) {}
