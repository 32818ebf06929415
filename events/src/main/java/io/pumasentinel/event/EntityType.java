package io.pumasentinel.event;

/** What kind of thing a signal, a finding or an alert is about. */
public enum EntityType {
    /** A client address. */
    ADDRESS,
    /** A client network: IPv4 /24, IPv6 /64. */
    SUBNET,
    /** A user name. */
    USER,
    /** An endpoint template. */
    ENDPOINT,
    /** A Puma host. */
    HOST,
    /** The service as a whole. */
    SERVICE,
    /** Many entities of one kind that do the same. */
    GROUP
}
