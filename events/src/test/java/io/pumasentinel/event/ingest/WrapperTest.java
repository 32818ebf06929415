package io.pumasentinel.event.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumasentinel.event.EventKind;
import io.pumasentinel.event.Origin;
import io.pumasentinel.event.Position;
import io.pumasentinel.event.PumaEvent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WrapperTest {

    private static final Origin UNNAMED =
            new Origin("default", "default", Position.ofLine("app.log", 1));
    private static final String LOGRAGE =
            "{\"method\":\"GET\",\"path\":\"/a\",\"controller\":\"ShopController\",\"action\":\"a\",\"status\":200,\"duration\":4.91}";
    private static final String CRI = "2026-11-21T19:34:51.123456789Z stdout F ";
    private static final String AT = "2026-11-21T19:34:51.123Z";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"log\":\"%s\\n"
                        + "\",\"stream\":\"stdout\",\"time\":\"2026-11-21T19:34:51.123456789Z\"}",
                "{\"log\":\"%s\\n"
                    + "\",\"stream\":\"stdout\",\"attrs\":{\"tag\":\"x\"},\"time\":\"2026-11-21T19:34:51.123456789Z\"}",
                "{\"MESSAGE\":\"%s\",\"_HOSTNAME\":\"node-9\",\"_PID\":\"8\",\"PRIORITY\":\"6\",\"__REALTIME_TIMESTAMP\":\"1795289691123456\"}",
                "{\"@timestamp\":\"2026-11-21T19:34:51.123Z\",\"message\":\"%s\",\"host\":{\"name\":\"node-9\"},\"log\":{\"offset\":7,\"file\":{\"path\":\"/var/log/puma.log\"}},\"container\":{\"id\":\"c\"},\"agent\":{\"type\":\"filebeat\"}}",
                "{\"date\":1795289691.123456,\"log\":\"%s\",\"stream\":\"stdout\",\"kubernetes\":{\"pod_name\":\"node-9\",\"host\":\"n\"}}",
                "{\"date\":1795289691.123456,\"message\":\"%s\",\"kubernetes\":{\"pod_name\":\"node-9\"}}",
                "{\"timestamp\":\"2026-11-21T19:34:51.123456Z\",\"message\":\"%s\",\"host\":\"node-9\",\"source_type\":\"file\",\"file\":\"/x\"}",
            })
    void unwrapsWhatStandsInside(String wrapper) {
        String native1 = wrapper.formatted(escaped(Lines.get("/a?b=%22")));
        String lifecycle = wrapper.formatted("* Restarting...");
        PumaEvent json = event(wrapper.formatted(escaped(LOGRAGE)));
        String host = wrapper.contains("node-9") ? "node-9" : "default";

        assertThat(Lines.access(native1).target()).isEqualTo("/a?b=%22");
        assertThat(Lines.event(native1).timestampMillis())
                .as("its own time")
                .isEqualTo(Instant.parse("2026-11-21T19:34:51Z").toEpochMilli());
        assertThat(Lines.event(native1).host()).as("configured").isEqualTo("web-1");
        assertThat(event(lifecycle).kind()).isEqualTo(EventKind.LIFECYCLE);
        assertThat(event(lifecycle).timestampMillis()).isEqualTo(Instant.parse(AT).toEpochMilli());
        assertThat(event(lifecycle).host()).isEqualTo(host);
        assertThat(json.kind()).isEqualTo(EventKind.ACCESS);
        assertThat(json.timestampMillis()).isEqualTo(Instant.parse(AT).toEpochMilli());
        assertThat(json.host()).isEqualTo(host);
    }

    @Test
    void unwrapsWhatAContainerRuntimeKeeps() {
        assertThat(Lines.access(CRI + Lines.get("/a")).path()).isEqualTo("/a");
        assertThat(Lines.access(CRI + LOGRAGE).path()).isEqualTo("/a");
        assertThat(Lines.event(CRI + LOGRAGE).timestampMillis())
                .isEqualTo(Instant.parse(AT).toEpochMilli());
        assertThat(Lines.event(CRI.replace("stdout", "stderr") + "* Restarting...").kind())
                .isEqualTo(EventKind.LIFECYCLE);
        assertThat(Lines.unparsed(CRI).reason()).isIn("empty line", "unrecognised");
    }

    @Test
    void unwrapsTwiceButNotForEver() {
        String once = "{\"log\":\"" + escaped(CRI + LOGRAGE) + "\\n\",\"stream\":\"stdout\"}";
        String twice = "{\"@timestamp\":\"" + AT + "\",\"message\":\"" + escaped(once) + "\"}";

        assertThat(Lines.access(once).path()).isEqualTo("/a");
        assertThat(Lines.event(twice).kind()).isEqualTo(EventKind.UNPARSED);
        assertThat(Lines.unparsed("{\"MESSAGE\":\"" + escaped(twice) + "\"}").reason())
                .isEqualTo("wrapped too often");
    }

    @Test
    void readsBytesWhereJournaldCannotWriteText() {
        byte[] line = Lines.get("/\u00e9").getBytes(StandardCharsets.ISO_8859_1);
        List<String> numbers = new ArrayList<>();
        for (byte value : line) {
            numbers.add(String.valueOf(value & 0xFF));
        }
        String message = numbers.stream().collect(Collectors.joining(","));

        assertThat(Lines.access("{\"MESSAGE\":[" + message + "],\"_PID\":\"7\"}").path())
                .isEqualTo("/\\xE9");
    }

    @Test
    void refusesPiecesOfLines() {
        String inner = escaped(Lines.get("/a"));
        String docker = "{\"log\":\"" + inner + "\",\"stream\":\"stdout\",\"time\":\"" + AT + "\"}";
        String journald = "{\"MESSAGE\":\"" + inner + "\",\"_LINE_BREAK\":\"line-max\"}";
        String fluent = "{\"log\":\"" + inner + "\",\"logtag\":\"P\",\"stream\":\"stdout\"}";
        String cri = CRI.replace(" F ", " P ");

        for (String line : List.of(docker, journald, fluent, cri + "GET /a")) {
            assertThat(Lines.unparsed(line).reason()).as(line).isEqualTo("piece of a longer line");
        }
        assertThat(Lines.access(cri + Lines.get("/a")).forged())
                .as("neither hidden nor believed")
                .isTrue();
    }

    @Test
    void neverLetsALineChooseTheFieldsOfItsWrapper() {
        String agent = "{\\\"host\\\":\\\"evil\\\",\\\"message\\\":\\\"x\\\"}";
        String combined =
                "8.8.8.8 - - [21/Nov/2026:19:34:51 +0000] \"GET /a HTTP/1.1\" 200 12 \"-\" \""
                        + agent
                        + "\" 0.045";
        String wrapped =
                "{\"@timestamp\":\""
                        + AT
                        + "\",\"host\":{\"name\":\"node-9\"},\"message\":\""
                        + escaped(combined)
                        + "\"}";
        String inner = "{\"level\":\"info\",\"message\":\"" + escaped(Lines.get("/forged")) + "\"}";
        String named = LOGRAGE.replace("{\"", "{\"service\":\"evil\",\"hostname\":\"evil\",\"");

        assertThat(event(combined).access()).isNotNull();
        assertThat(event(wrapped).access()).isNotNull();
        assertThat(event(wrapped).host()).isEqualTo("node-9");
        assertThat(event(inner).kind()).as("an application's text").isEqualTo(EventKind.UNPARSED);
        String log = inner.replace("message", "log");
        assertThat(event(log).kind()).as("the same").isEqualTo(EventKind.UNPARSED);
        assertThat(event(log.replace("{", "{\"kubernetes\":{\"pod_name\":\"p\"},")).access())
                .as("merged by a shipper")
                .isNotNull();
        assertThat(event(CRI + inner).kind()).isEqualTo(EventKind.UNPARSED);
        assertThat(Lines.event(CRI + named).service()).isEqualTo("shop");
        assertThat(Lines.event(CRI + named).host()).isEqualTo("web-1");
    }

    private static PumaEvent event(String line) {
        List<PumaEvent> events = new ArrayList<>();
        new LineIngest(IngestSettings.defaults())
                .ingest(RawLine.of(line.getBytes(StandardCharsets.UTF_8), UNNAMED), events::add);
        assertThat(events).as(line).hasSize(1);
        return events.get(0);
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"");
    }
}
