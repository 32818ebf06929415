package io.pumasentinel.event.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumasentinel.event.Access;
import io.pumasentinel.event.PumaEvent;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostileJsonTest {

    private static final String REQUEST = "{\"method\":\"GET\",\"path\":\"/a\",\"status\":200%s}";

    private static final long SEED = 20261126;
    private static final String PIECES = "{}[],:\"\\\u0001\u00e9 .-0129eEtnPFZ\n/?=u";
    private static final String[] SEEDS = {
        REQUEST.formatted(
                ",\"duration\":4.91,\"error\":\"RuntimeError: a\\n"
                        + "b\",\"time\":\"2026-11-21T19:56:40.291Z\""),
        REQUEST.formatted(
                ",\"error\":\"A::B\\n"
                        + "c\\n"
                        + "x.rb:1:in `d'\\n"
                        + "y.rb:2:in `e'\",\"controller\":\"AController\",\"action\":\"b\""),
        "{\"level\":\"fatal\",\"exception\":{\"name\":\"E\",\"message\":\"m\",\"stack_trace\":[\"a\",\"b\"]},\"timestamp\":\"2026-11-21T19:56:40Z\"}",
        "{\"log\":\"8.8.8.8 - - [21/Nov/2026:19:34:51 +0000] \\\"GET / HTTP/1.1\\\" 200 1 0.1\\n"
                + "\",\"stream\":\"stdout\",\"time\":\"2026-11-21T19:34:51.1Z\"}",
        "{\"MESSAGE\":[123,34,97,34,58,49,125],\"_HOSTNAME\":\"h\",\"__REALTIME_TIMESTAMP\":\"1795289691123456\"}",
        "2026-11-21T19:34:51.123456789Z stdout F"
                + " {\"method\":\"GET\",\"url\":\"http://u@h/a?b\",\"status\":1}",
        "2026-11-21T19:34:51.123456789Z stderr P 8.8.8.8 - - [21/Nov/2026:19:34:51 +0000] \"GET /"
                + " HTTP/1.1\" 200 1 0.1",
        "{\"gc_stats\":{\"count\":1,\"time\":2.5},\"ts\":1795289691.5}",
        "{\"count\":1,\"time\":2,\"minor_gc_count\":1,\"major_gc_count\":1,\"heap_live_slots\":4}",
        "{\"http\":{\"request\":{\"method\":\"GET\",\"headers\":{\"x-request-start\":\"t=1795289691.1\",\"x-forwarded-for\":[\"1.1.1.1\",\"2.2.2.2\"]}}},\"url.path\":\"/\",\"event.duration\":5}",
    };

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                ",\"status\":500|json with a repeated key",
                ",\"path\":\"/b\"|json with a repeated key",
                ",\"x\":NaN|broken json",
                ",\"duration\":-Infinity|broken json",
                ",\"x\":01|broken json",
                ",\"user_agent\":\"a\u0001b\"|broken json",
                ",\"user_agent\":\"a\u00e9b\"|broken json",
                ",\"user_agent\":\"a\\x\"|broken json",
                ",\"user_agent\":'a'|broken json",
                ",|broken json",
                ",\"x\":[1,2|broken json",
            })
    void costsOneDeadLetter(String more, String reason) {
        assertThat(Lines.unparsed(REQUEST.formatted(more)).reason()).isEqualTo(reason);
    }

    @Test
    void survivesTwentyThousandMutatedLines() {
        Random random = new Random(SEED);
        LineIngest ingest = new LineIngest(IngestSettings.defaults());
        for (int round = 0; round < 20_000; round++) {
            byte[] line = bytes(SEEDS[random.nextInt(SEEDS.length)]);
            for (int edits = 1 + random.nextInt(3); edits > 0; edits--) {
                line[random.nextInt(line.length)] =
                        (byte) PIECES.charAt(random.nextInt(PIECES.length()));
            }
            List<PumaEvent> events = Lines.all(ingest, line);
            String shown =
                    "seed %d, round %d: %s"
                            .formatted(SEED, round, new String(line, StandardCharsets.ISO_8859_1));
            assertThat(events).as(shown).isNotEmpty();
            for (PumaEvent event : events) {
                assertThat(event.toString().chars())
                        .as(shown)
                        .noneMatch(c -> c != '\n' && (c < 0x20 || (c >= 0x7F && c < 0xA0)));
                assertThat(event.toString()).as(shown).doesNotContain(Unreadable.FAULT.text());
            }
        }
    }

    @Test
    void refusesATwinUnderADottedName() {
        String line =
                "{\"http.request.method\":\"GET\",\"http\":{\"request\":{\"method\":\"PUT\"}},\"url.path\":\"/\"}";

        assertThat(Lines.unparsed(line).reason()).isEqualTo("json with a repeated key");
    }

    @Test
    void boundsDepthNumbersAndNames() {
        String deep = ",\"x\":" + "[".repeat(5000) + "]".repeat(5000);
        String number = ",\"x\":" + "9".repeat(5000);
        String name = ",\"" + "n".repeat(60_000) + "\":1";

        for (String more : List.of(deep, name)) {
            assertThat(Lines.unparsed(REQUEST.formatted(more)).reason()).isEqualTo("broken json");
        }
        assertThat(Lines.all(REQUEST.formatted(number))).hasSize(1);
        assertThat(Lines.access(REQUEST.formatted(",\"duration\":1e999")).durationNanos())
                .isEqualTo(-1);
        assertThat(Lines.access(REQUEST.formatted(",\"duration\":-0.5")).durationNanos())
                .isEqualTo(-1);
        assertThat(Lines.access(REQUEST.formatted(",\"x\":[[1,{\"status\":3}]]")).status())
                .as("what is not wanted cannot hide a field")
                .isEqualTo(200);
    }

    @Test
    void ignoresFieldsOfTheWrongKind() {
        String odd =
                "{\"method\":\"GET\",\"path\":\"/a\",\"status\":{\"x\":1},\"duration\":[1],\"ip\":true,\"request_id\":null,"
                    + "\"controller\":7,\"action\":\"b\",\"time\":{\"a\":1},\"error\":[\"x\"],\"message\":5}";
        PumaEvent event = Lines.event(odd);

        Access access = Objects.requireNonNull(event.access());
        assertThat(access.status()).isEqualTo(-1);
        assertThat(access.clientAddress()).isNull();
        assertThat(event.timestampMillis()).isEqualTo(PumaEvent.NO_TIME);
    }

    @Test
    void goesOnReadingAfterFortyThousandNamesNobodyKnows() {
        StringBuilder names = new StringBuilder("{\"a\":1");
        for (int i = 0; i < 20_000; i++) {
            names.append(",\"k").append(i * 7919).append("\":0");
        }
        LineIngest ingest = new LineIngest(IngestSettings.defaults());
        for (int round = 0; round < 5; round++) {
            String wide = names.toString().replace("\"k", "\"k" + round);
            assertThat(Lines.all(ingest, bytes(wide + "}"))).hasSize(1);
            assertThat(Lines.all(ingest, bytes(REQUEST.formatted(""))).get(0).access()).isNotNull();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "error|x\\n",
                "error|A\\n",
                "error|:in ",
                "error|A: ",
                "message|\\n",
                "MESSAGE|[1,",
                "user_agent|\\u202e",
                "ip|1.1.1.1, ",
                "request_start|9",
                "duration|9",
                "controller|AB",
                "controller|::",
                "url|http://",
                "url|@",
            })
    void staysLinear(String field, String filler) {
        long small = cost(field, filler, 10_000);
        long large = cost(field, filler, 80_000);

        assertThat((double) large / small).as(field + " " + filler).isLessThan(32);
    }

    private static long cost(String field, String filler, int size) {
        String text = filler.repeat(size / filler.length());
        byte[] line = bytes(REQUEST.formatted(",\"" + field + "\":\"" + text + "\""));
        LineIngest ingest = new LineIngest(IngestSettings.defaults());
        var threads = ManagementFactory.getThreadMXBean();
        long best = Long.MAX_VALUE;
        for (int round = 0; round < 5; round++) {
            long before = threads.getCurrentThreadCpuTime();
            assertThat(Lines.all(ingest, line)).isNotEmpty();
            best = Math.min(best, threads.getCurrentThreadCpuTime() - before);
        }
        return Math.max(1, best);
    }

    private static byte[] bytes(String line) {
        return line.getBytes(StandardCharsets.UTF_8);
    }
}
