package io.pumasentinel.event;

/**
 * One rule's share of an incident.
 *
 * @param ruleId the rule
 * @param ruleName its title
 * @param level its Sigma level
 * @param firstMillis event time of its first event
 * @param lastMillis event time of its last finding
 * @param count events that it counted
 */
public record AlertPart(
        String ruleId,
        String ruleName,
        Level level,
        long firstMillis,
        long lastMillis,
        long count) {}
