package io.pumasentinel.event.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class Utf8Test {

    @Test
    void takesTextAndRefusesBytesThatAreNone() {
        byte[] text = "a ü 漢 \uD83D\uDE00 z".getBytes(StandardCharsets.UTF_8);

        assertThat(Utf8.isValid(text, 0, text.length)).isTrue();
        assertThat(Utf8.isValid(text, 0, 3)).as("half a character").isFalse();
        assertThat(Utf8.isValid(new byte[] {'a', -1, 'b'}, 0, 3)).isFalse();
        assertThat(Utf8.isValid(new byte[] {'a', -1, 'b'}, 0, 1)).isTrue();
        assertThat(Utf8.isValid(new byte[] {(byte) 0xC0, (byte) 0xAF}, 0, 2)).isFalse();
    }

    @Test
    void readsARepeatedGarbledNameAlikeWhateverCameBefore() {
        byte[] garbled = "{\"__ts\":1,\"stats\":{\"backlog\":0}}".getBytes(StandardCharsets.UTF_8);
        garbled[2] = -1;
        garbled[3] = -1;
        LineIngest used = new LineIngest(IngestSettings.defaults());
        Lines.all(
                used,
                "{\"ts\":\"2026-11-21T20:21:34Z\",\"stats\":{\"backlog\":0}}"
                        .getBytes(StandardCharsets.UTF_8));

        assertThat(Lines.all(used, garbled))
                .isEqualTo(Lines.all(new LineIngest(IngestSettings.defaults()), garbled));
    }
}
