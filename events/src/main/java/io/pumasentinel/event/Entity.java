package io.pumasentinel.event;

/**
 * What a signal, a finding or an alert is about.
 *
 * @param type what kind of thing
 * @param value its name: an address, an endpoint template, …
 */
public record Entity(EntityType type, String value) {

    /** The key under which everything about this entity of the service meets. */
    public String keyIn(String service) {
        return service + '\u001e' + type + '\u001e' + value;
    }
}
