package io.pumasentinel.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Set;

/**
 * One labelled stretch of a capture's truth.
 *
 * @param start its first second: Puma's lines know no fractions
 * @param sources the attacker's addresses, if there was one
 * @param endpoint the endpoint that was made faulty, as a template; empty for attacks
 */
record Episode(String name, Instant start, Instant end, Set<String> sources, String endpoint) {

    static Episode of(JsonNode truth) {
        Set<String> sources = new HashSet<>();
        truth.path("source_ips").forEach(source -> sources.add(source.asText()));
        return new Episode(
                truth.path("name").asText(),
                Instant.parse(truth.path("start").asText()).truncatedTo(ChronoUnit.SECONDS),
                Instant.parse(truth.path("end").asText()),
                sources,
                truth.path("endpoint").asText("").replaceAll(":(\\w+)", "{$1}"));
    }

    boolean overlaps(Instant from, Instant to) {
        return !from.isAfter(end) && !to.isBefore(start);
    }
}
