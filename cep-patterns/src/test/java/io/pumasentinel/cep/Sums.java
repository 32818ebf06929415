package io.pumasentinel.cep;

import io.pumasentinel.event.Entity;
import io.pumasentinel.event.EntityType;
import io.pumasentinel.event.Evidence;
import io.pumasentinel.event.Position;
import io.pumasentinel.event.SignalSum;
import java.util.Arrays;
import java.util.List;

/** Hand-made sums of one address. */
final class Sums {
    static final String BY_ADDRESS = "source.ip";

    private Sums() {}

    /** {@code count} events of {@code ruleId}, the first read at {@code line}. */
    static SignalSum events(String ruleId, String address, long second, long count, long line) {
        return of(ruleId, address, second, count, line, "", 0);
    }

    /** One event for each of the hashes. */
    static SignalSum values(String ruleId, String address, long second, long line, long... hashes) {
        long[] ascending = hashes.clone();
        Arrays.sort(ascending);
        return of(ruleId, address, second, hashes.length, line, "user.name", 0, ascending);
    }

    /** Events whose durations add up to {@code amount}. */
    static SignalSum amount(
            String ruleId, String address, long second, long count, long line, double amount) {
        return of(ruleId, address, second, count, line, "event.duration", amount);
    }

    private static SignalSum of(
            String ruleId,
            String address,
            long second,
            long count,
            long line,
            String distinctField,
            double amount,
            long... hashes) {
        Position first = Position.ofLine("access.log", line);
        return new SignalSum(
                ruleId,
                "shop",
                BY_ADDRESS,
                address,
                new Entity(EntityType.ADDRESS, address),
                second * 1000,
                count,
                first,
                distinctField,
                hashes,
                amount,
                "POST /login",
                "web-1",
                List.of(address),
                null,
                List.of(new Evidence(second * 1000, first, ruleId + " line " + line)));
    }
}
