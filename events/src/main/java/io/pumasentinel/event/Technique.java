package io.pumasentinel.event;

/**
 * An ATT&amp;CK technique with the tactic it serves.
 *
 * @param id such as {@code T1110.004}
 * @param name such as {@code Credential Stuffing}
 * @param tacticId such as {@code TA0006}
 * @param tactic such as {@code Credential Access}
 */
public record Technique(String id, String name, String tacticId, String tactic) {}
