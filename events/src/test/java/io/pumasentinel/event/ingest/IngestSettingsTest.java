package io.pumasentinel.event.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.List;
import org.junit.jupiter.api.Test;

class IngestSettingsTest {

    private static final IngestSettings DEFAULTS = IngestSettings.defaults();

    @Test
    void travelsToTheWorkersUnchanged() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(DEFAULTS);
        }
        try (ObjectInputStream in =
                new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            assertThat(in.readObject()).isEqualTo(DEFAULTS);
        }
    }

    @Test
    void refusesWhatCannotWork() {
        assertThatThrownBy(() -> with(List.of("10/8"), List.of("a"), List.of(), 4096))
                .hasMessageContaining("trustedProxies");
        assertThatThrownBy(() -> with(List.of(), List.of("--"), List.of(), 4096))
                .hasMessageContaining("redactedKeys");
        assertThatThrownBy(() -> with(List.of(), List.of(), List.of("x"), 4096))
                .hasMessageContaining("endpointPatterns");
        assertThatThrownBy(() -> with(List.of(), List.of(), List.of(), 12))
                .hasMessageContaining("maxLineBytes");
        assertThatThrownBy(() -> new AuthSettings(List.of("login"), AuthPreset.FORM))
                .hasMessageContaining("got login");
    }

    @Test
    void redactsWhatItIsTold() {
        LineIngest ingest =
                new LineIngest(with(List.of(), List.of("customer_id"), List.of(), 4096));
        byte[] line =
                Lines.get("/a?customerId=7&token=x")
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8);

        assertThat(Lines.all(ingest, line).get(0).toString())
                .contains("customerId=[REDACTED]&token=x");
    }

    private static IngestSettings with(
            List<String> proxies, List<String> keys, List<String> patterns, int maxLineBytes) {
        return new IngestSettings(
                proxies,
                keys,
                RedactionSettings.defaults(),
                AuthSettings.defaults(),
                patterns,
                maxLineBytes,
                JsonFieldMap.none());
    }
}
