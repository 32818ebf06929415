package io.pumasentinel.cli.backtest;

import io.pumasentinel.event.Entity;
import io.pumasentinel.event.EntityType;
import io.pumasentinel.event.ingest.Subnets;
import java.io.Serializable;
import java.util.Set;

/**
 * Whom or what an episode concerned, as far as the truth names it; what is empty may be anything.
 *
 * @param addresses the attacker's addresses
 * @param endpoint the faulty endpoint's path, with {@code :id} or {@code {id}} as placeholders
 * @param host the host
 * @param user the account
 */
record Subject(Set<String> addresses, String endpoint, String host, String user)
        implements Serializable {
    private static final String UNMATCHED = "{unmatched}";

    Subject {
        addresses = Set.copyOf(addresses);
    }

    /**
     * Whether something told of {@code value} may be about this: an address or its network must be
     * among those named, an account, host or endpoint must be the one named. Where the truth names
     * addresses only, any endpoint may have felt them; the service as a whole always may. A fault
     * of an endpoint has no attacker: no address is told of it.
     */
    boolean mayBe(EntityType type, String value) {
        return switch (type) {
            case ADDRESS -> addresses.isEmpty() ? endpoint.isEmpty() : addresses.contains(value);
            case SUBNET ->
                    addresses.isEmpty()
                            ? endpoint.isEmpty()
                            : addresses.stream().map(Subnets::of).anyMatch(value::equals);
            case USER -> user.isEmpty() || user.equals(value);
            case HOST -> host.isEmpty() || host.equals(value);
            case ENDPOINT -> endpoint.isEmpty() || isEndpoint(value);
            case SERVICE, GROUP -> true;
        };
    }

    /**
     * Whether something told of many entities may be about this: if addresses are known on both
     * sides, one must be among both.
     *
     * @param samples addresses of those that were told of; may be empty
     */
    boolean mayBeAmong(Set<String> samples) {
        return addresses.isEmpty()
                || samples.isEmpty()
                || samples.stream().anyMatch(addresses::contains);
    }

    /** Whether the truth says which entity of this type it was. */
    boolean names(EntityType type) {
        return switch (type) {
            case ADDRESS, SUBNET -> !addresses.isEmpty();
            case USER -> !user.isEmpty();
            case HOST -> !host.isEmpty();
            case ENDPOINT -> !endpoint.isEmpty();
            case SERVICE, GROUP -> false;
        };
    }

    /** Whether the entity may be the endpoint that the truth names, but does not say so. */
    boolean isVague(Entity entity) {
        return !endpoint.isEmpty() && entity.value().equals(UNMATCHED);
    }

    /** Whether the truth names nothing at all. */
    boolean isOpen() {
        return addresses.isEmpty() && user.isEmpty() && host.isEmpty() && endpoint.isEmpty();
    }

    /**
     * Whether the template, with or without its method, covers the endpoint: segment by segment the
     * same, or a placeholder of the template. {@value #UNMATCHED} covers all: an endpoint that
     * never answered well is counted there.
     */
    boolean isEndpoint(String template) {
        if (template.equals(UNMATCHED)) {
            return true;
        }
        String[] wanted = endpoint.substring(endpoint.indexOf(' ') + 1).split("/", -1);
        String[] told = template.substring(template.indexOf(' ') + 1).split("/", -1);
        if (wanted.length != told.length) {
            return false;
        }
        for (int i = 0; i < told.length; i++) {
            if (!told[i].contains("{") && !told[i].equals(wanted[i])) {
                return false;
            }
        }
        return true;
    }
}
