package io.pumasentinel.job.sink;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadFeature;
import io.pumasentinel.event.DeadLetter;
import io.pumasentinel.event.Origin;
import io.pumasentinel.event.Position;
import io.pumasentinel.event.PumaEvent;
import io.pumasentinel.event.Unparsed;
import io.pumasentinel.event.ingest.IngestSettings;
import io.pumasentinel.event.ingest.LineIngest;
import io.pumasentinel.event.ingest.RawLine;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever a line holds, its document is JSON, UTF-8, one line, and names no field twice. */
class HostileDocumentsTest {

    private static final long SEED = 20261121;
    private static final int LINES = 50_000;
    private static final Origin ORIGIN =
            new Origin("shop", "web-1", Position.ofLine("access.log", 7));

    private static final List<String> REAL =
            List.of(
                    "[14034] 203.0.113.201, 10.0.0.2 - alice [21/Nov/2026:21:12:49 +0000] \"POST"
                            + " /login?a=%E9&b=\u00e9 HTTP/1.1\" 302 - 0.0353",
                    "::1 - bob [21/Nov/2026:19:34:51 +0000] \"GET /a?b=1 HTTP/2.0\" 200 12 \"-\""
                            + " \"curl/8\" 0.045",
                    "2026-11-21 19:35:18 +0000 Rack app (\"GET /boomid=3\" - (203.0.113.9)):"
                            + " #<RuntimeError: boom>",
                    "{\"@timestamp\":\"2026-11-21T19:55:46.410Z\",\"event\":{\"duration\":14},"
                            + "\"http\":{\"request\":{\"method\":\"GET\"},\"response\":"
                            + "{\"status_code\":200}},\"url\":{\"path\":\"/d\"}}",
                    "{\"ts\":\"2026-11-21T20:21:34.606Z\",\"stats\":{\"worker_status\":[{\"index\":0,"
                        + "\"last_status\":{\"backlog\":0,\"running\":1}}]}}",
                    "=== puma shutdown: 2026-11-21 19:52:03 +0000 ===",
                    "nobody understands this line");

    private static final List<String> PIECES =
            List.of(
                    "\"",
                    "\\",
                    "\\\"",
                    "\\u0000",
                    "\\ud800",
                    "\u0000",
                    "\u001b[2J",
                    "\u00ff",
                    "\u00ed\u00a0\u0080",
                    "\u00f0\u009f\u0090\u00be",
                    "\u00e2\u0080\u00a8",
                    "},\"x\":{",
                    "</script>",
                    "\r",
                    "\t");

    private final JsonFactory json =
            JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();
    private final Documents documents = new Documents();

    @Test
    void writesValidDocumentsOfMutatedLines() throws IOException {
        Random random = new Random(SEED);
        LineIngest ingest = new LineIngest(IngestSettings.defaults());
        List<PumaEvent> events = new ArrayList<>();
        for (int i = 0; i < LINES; i++) {
            events.clear();
            byte[] line = mutated(random);
            ingest.ingest(RawLine.of(line, ORIGIN), events::add);
            for (PumaEvent event : events) {
                assertValid(document(event), "seed " + SEED + ", line " + i + ": " + event);
            }
        }
    }

    private byte[] document(PumaEvent event) {
        PumaEvent placed = event.timestampMillis() == PumaEvent.NO_TIME ? event.at(0) : event;
        Unparsed unparsed = placed.unparsed();
        return unparsed == null
                ? documents.of(placed)
                : documents.of(
                        new DeadLetter(
                                unparsed.reason(),
                                placed.timestampMillis(),
                                placed.service(),
                                placed.host(),
                                placed.position(),
                                unparsed.line(),
                                placed.redacted()));
    }

    private void assertValid(byte[] document, String shown) throws IOException {
        String text = decoded(document, shown);
        if (text.strip().indexOf('\n') >= 0) {
            throw new AssertionError("several lines: " + shown);
        }
        try (JsonParser parser = json.createParser(text)) {
            int fields = 0;
            while (parser.nextToken() != null) {
                fields++;
                parser.getText();
            }
            assertThat(fields).isGreaterThan(3);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new AssertionError("no JSON: " + shown, e);
        }
    }

    private static String decoded(byte[] document, String shown) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(document)).toString();
        } catch (CharacterCodingException e) {
            throw new AssertionError("no UTF-8: " + shown, e);
        }
    }

    private static byte[] mutated(Random random) {
        StringBuilder line = new StringBuilder(REAL.get(random.nextInt(REAL.size())));
        for (int edits = 1 + random.nextInt(4); edits > 0; edits--) {
            int at = random.nextInt(line.length() + 1);
            if (random.nextInt(3) == 0 && at < line.length()) {
                line.setCharAt(at, (char) random.nextInt(256));
            } else {
                line.insert(at, PIECES.get(random.nextInt(PIECES.size())));
            }
        }
        return line.toString().getBytes(StandardCharsets.ISO_8859_1);
    }
}
