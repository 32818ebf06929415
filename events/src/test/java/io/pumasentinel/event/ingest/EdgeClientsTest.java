package io.pumasentinel.event.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.pumasentinel.event.Access;
import io.pumasentinel.event.PumaEvent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is told as the client in the awkward requests, and which lines as forged. */
class EdgeClientsTest {

    private static final String NOBODY = "nobody";

    /** The forwarded header that the request carried; all others came from the machine itself. */
    private static String expected(String name) {
        return switch (name) {
            case "xff_one", "xff_list", "xff_two_headers" -> "203.0.113.7";
            case "xff_ipv6", "xff_ipv6_port" -> "2001:db8::1";
            case "xff_underscore" -> "6.6.6.6";
            case "xff_underscore_and_dash" -> "1.1.1.1";
            case "err_raise_body" -> "203.0.113.9";
            case "xff_long" -> "10.0.0.0";
            case "xff_empty", "xff_unknown", "xff_tab", "xff_forged_line", "xff_highbytes" ->
                    NOBODY;
            default -> "127.0.0.1";
        };
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "5.6-single",
                "5.6-cluster",
                "6.6-single",
                "6.6-cluster",
                "7.2-single",
                "7.2-cluster"
            })
    void tellsTheClientOfEveryRequestAndTheForgedOne(String server) throws IOException {
        TreeMap<String, Set<String>> wrong = new TreeMap<>();
        Set<String> forged = new TreeSet<>();
        for (JsonNode capture : captures(server)) {
            String name = capture.get("case").asText();
            for (String line : capture.get("stdout").asText().split("\n")) {
                Access access = line.isEmpty() ? null : access(line);
                if (access == null || name.equals("remote_user_nl")) {
                    continue;
                }
                String client = access.clientAddress() == null ? NOBODY : access.clientAddress();
                if (!client.equals(expected(name))) {
                    wrong.computeIfAbsent(name, n -> new TreeSet<>()).add(client);
                }
                if (access.forged()) {
                    forged.add(name);
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(forged).containsExactly("xff_forged_line");
    }

    private static @Nullable Access access(String line) {
        PumaEvent event = Lines.event(line);
        return event.access();
    }

    private static List<JsonNode> captures(String server) throws IOException {
        byte[] bytes = Captures.bytes("edge/" + server + ".ndjson.gz");
        ObjectMapper mapper = new ObjectMapper();
        List<JsonNode> captures = new ArrayList<>();
        for (String line : new String(bytes, StandardCharsets.UTF_8).split("\n")) {
            captures.add(mapper.readTree(line));
        }
        return captures;
    }
}
