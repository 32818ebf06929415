package io.pumasentinel.event.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.pumasentinel.event.EventKind;
import io.pumasentinel.event.PumaEvent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** 142 awkward requests against each of three versions in both modes. */
class EdgeCapturesTest {

    private static final Pattern ACCESS_LINE =
            Pattern.compile(".*\" (?:-?\\d{1,4}|HIJACKED) (?:\\d+|-|-1) \\d+\\.\\d{4}");

    /** A line end inside a user name tears its record in two. */
    private static final String TORN = "remote_user_nl";

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
    void readsEveryAccessLineAndUnderstandsNearlyEveryOther(String server) throws IOException {
        int requests = 0;
        for (JsonNode capture : captures(server)) {
            String name = capture.get("case").asText();
            for (String line : capture.get("stdout").asText().split("\n")) {
                boolean access = ACCESS_LINE.matcher(line).matches() && !name.equals(TORN);
                requests += access ? 1 : 0;
                EventKind kind = line.isEmpty() ? EventKind.ACCESS : Lines.event(line).kind();
                assertThat(kind == EventKind.ACCESS || !access).as("%s: %s", name, line).isTrue();
                assertThat(kind == EventKind.UNPARSED && !name.equals(TORN))
                        .as("%s: %s", name, line)
                        .isFalse();
            }
            for (String line : capture.get("stderr").asText().split("\n")) {
                PumaEvent event = Lines.event(line);
                boolean timed = line.startsWith("2026-");
                assertThat(event.kind() == EventKind.ERROR || !timed)
                        .as("%s: %s", name, line)
                        .isTrue();
            }
        }
        assertThat(requests).isGreaterThan(70);
    }

    private static List<JsonNode> captures(String server) throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        List<JsonNode> captures = new ArrayList<>();
        byte[] bytes = Captures.bytes("edge/" + server + ".ndjson.gz");
        for (String line : new String(bytes, StandardCharsets.UTF_8).split("\n")) {
            captures.add(mapper.readTree(line));
        }
        return captures;
    }
}
