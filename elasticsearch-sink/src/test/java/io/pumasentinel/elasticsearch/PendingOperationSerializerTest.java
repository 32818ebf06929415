package io.pumasentinel.elasticsearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

final class PendingOperationSerializerTest {

    /** Layout 1, as written by the first release; never to be changed. */
    private static final String STORED =
            "01"
                    + "01"
                    + "01"
                    + "0001"
                    + "69"
                    + "0002"
                    + "6964"
                    + "0000000000000007"
                    + "00000002"
                    + "7b7d";

    private final PendingOperationSerializer serializer = new PendingOperationSerializer();

    @Test
    void readsWhatTheFirstReleaseWrote() throws Exception {
        byte[] stored = HexFormat.of().parseHex(STORED);

        PendingOperation read =
                serializer.deserializeRequestFromStream(
                        0, new DataInputStream(new ByteArrayInputStream(stored)));

        assertThat(read.deadLetter()).isTrue();
        assertThat(read.operation().kind()).isEqualTo(BulkOperation.Kind.INDEX_VERSIONED);
        assertThat(read.operation().index()).isEqualTo("i");
        assertThat(read.operation().id()).isEqualTo("id");
        assertThat(read.operation().version()).isEqualTo(7);
        assertThat(read.operation().source()).asString().isEqualTo("{}");
    }

    @Test
    void writesThatLayout() throws Exception {
        ByteArrayOutputStream stored = new ByteArrayOutputStream();
        byte[] source = "{}".getBytes(StandardCharsets.UTF_8);

        serializer.serializeRequestToStream(
                new PendingOperation(BulkOperation.indexVersioned("i", "id", 7, source), true),
                new DataOutputStream(stored));

        assertThat(HexFormat.of().formatHex(stored.toByteArray())).isEqualTo(STORED);
    }

    @Test
    void refusesALayoutOfTheFuture() {
        assertThatThrownBy(
                        () ->
                                serializer.deserializeRequestFromStream(
                                        0,
                                        new DataInputStream(
                                                new ByteArrayInputStream(new byte[] {9}))))
                .isInstanceOf(IOException.class)
                .hasMessage("sink state: unknown layout (got 9); this release reads layout 1");
    }
}
