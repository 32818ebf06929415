package io.pumasentinel.event;

/**
 * What a signal, a finding or an alert is about.
 *
 * @param type what kind of thing
 * @param value its name: an address, an endpoint template, …
 */
public record Entity(EntityType type, String value) {}
