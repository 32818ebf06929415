package io.pumasentinel.event.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumasentinel.event.EventKind;
import io.pumasentinel.event.PumaEvent;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class HostileLinesTest {

    private static final long SEED = 20261121;
    private static final int ROUNDS = 20_000;

    private static final String[] SEEDS = {
        Lines.get("/search?q=x&token=abc"),
        "[28683] 203.0.113.7, 10.0.0.2 - alice [21/Nov/2026:19:39:01 +0000] \"POST /login"
                + " HTTP/1.1\" 302 - 0.0352",
        "127.0.0.1 - - [21/Nov/2026 19:35:18] \"GET /e/hijack HTTP/1.1\" HIJACKED -1 0.0001",
        "::1 - bob [21/Nov/2026:19:34:51 +0000] \"GET /a?b=1 HTTP/2.0\" 200 12 \"-\" \"curl/8\""
                + " 0.045",
        "{\"@timestamp\":\"2026-11-21T19:55:46.410Z\",\"event\":{\"duration\":14},\"http\":{\"request\":{\"method\":\"GET\"}},\"url\":{\"path\":\"/d\"}}",
        "{\"ts\":\"2026-11-21T20:21:34.606Z\",\"stats\":{\"worker_status\":[{\"index\":0,\"last_status\":{\"backlog\":0}}]}}",
        "2026-11-21 19:35:18 +0000 Rack app (\"GET /boomid=3\" - (203.0.113.9, 10.0.0.1)):"
                + " #<RuntimeError: boom>",
        "2026-11-21 19:53:55 +0000 SSL error, peer: 127.0.0.1, peer cert: :"
                + " #<Puma::MiniSSL::SSLError: HTTP?>",
        "! Terminating timed out worker (Worker 0 failed to check in within 6 seconds): 2555",
        "=== puma shutdown: 2026-11-21 19:52:03 +0000 ===",
        "WARNING hook before_worker_boot failed with exception (RuntimeError) wb",
        "COOKIE: session=abc; Bearer eyJhbGciOiJ9.eyJzdWIifQ.x http://a:b@c AKIAIOSFODNN7EXAMPLE",
    };

    @Test
    void survivesTwentyThousandMutatedLines() {
        Random random = new Random(SEED);
        LineIngest ingest = new LineIngest(IngestSettings.defaults());
        for (int round = 0; round < ROUNDS; round++) {
            byte[] line = mutated(random);
            List<PumaEvent> events = Lines.all(ingest, line);
            String shown = "seed %d, round %d: %s".formatted(SEED, round, Arrays.toString(line));
            assertThat(events).as(shown).isNotEmpty();
            for (PumaEvent event : events) {
                assertThat(sound(event)).as(shown).isTrue();
            }
        }
    }

    @Test
    void costsOneDeadLetterForALineThatIsTooLong() {
        String line = "x".repeat(1 << 20);

        assertThat(Lines.unparsed(line).reason()).isEqualTo("line too long");
        assertThat(Lines.unparsed(line).line()).hasSize(4096);
        assertThat(Lines.unparsed(" \r").reason()).isEqualTo("empty line");
    }

    @Test
    void cutsTextOfAnyScriptToFourKibibytes() {
        String kept = Lines.unparsed("\u00e6\u0097\u00a5".repeat(3000)).line();

        assertThat(kept.getBytes(StandardCharsets.UTF_8)).hasSize(4095);
        assertThat(kept).isEqualTo("\u65e5".repeat(1365));
    }

    @Test
    void neverMeetsADefectOfItsOwn() {
        Random random = new Random(SEED + 1);
        LineIngest ingest = new LineIngest(IngestSettings.defaults());
        for (int round = 0; round < ROUNDS; round++) {
            byte[] line = new byte[random.nextInt(120)];
            random.nextBytes(line);
            assertThat(Lines.all(ingest, line)).hasSize(1).allMatch(HostileLinesTest::sound);
        }
    }

    private static byte[] mutated(Random random) {
        byte[] line = SEEDS[random.nextInt(SEEDS.length)].getBytes(StandardCharsets.ISO_8859_1);
        int edits = 1 + random.nextInt(4);
        for (int i = 0; i < edits; i++) {
            int at = line.length == 0 ? 0 : random.nextInt(line.length);
            line =
                    switch (random.nextInt(4)) {
                        case 0 -> Arrays.copyOf(line, at);
                        case 1 -> Arrays.copyOfRange(line, at, line.length);
                        case 2 -> replaced(line, at, (byte) random.nextInt(256));
                        default ->
                                replaced(
                                        line,
                                        at,
                                        (byte) " -[]\"{}:.#<>%\\".charAt(random.nextInt(14)));
                    };
        }
        return line;
    }

    private static byte[] replaced(byte[] line, int at, byte value) {
        if (line.length > 0) {
            line[at] = value;
        }
        return line;
    }

    /**
     * The arm that the kind names is filled, and no text holds control characters but the line end
     * behind a message that goes on in the next line.
     */
    private static boolean sound(PumaEvent event) {
        Object arm =
                switch (event.kind()) {
                    case ACCESS -> event.access();
                    case ERROR -> event.error();
                    case LIFECYCLE -> event.lifecycle();
                    case STATS -> event.stats();
                    case UNPARSED -> event.unparsed();
                };
        boolean fault =
                event.kind() == EventKind.UNPARSED
                        && event.unparsed() != null
                        && event.unparsed().reason().equals(Unreadable.FAULT.text());
        boolean goesOn = event.error() != null && event.error().message().endsWith("\n");
        String text = event.toString();
        text = goesOn ? text.replaceFirst("\n", "") : text;
        return arm != null
                && !fault
                && text.chars().noneMatch(c -> c < 0x20 || (c >= 0x7F && c < 0xA0))
                && StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }
}
