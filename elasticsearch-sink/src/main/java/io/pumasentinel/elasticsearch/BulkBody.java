package io.pumasentinel.elasticsearch;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The body of a bulk request: for every operation a line that says what to do and the document's
 * own line.
 */
final class BulkBody {

    private static final byte[] CREATE = ascii("{\"create\":{\"_index\":\"");
    private static final byte[] INDEX = ascii("{\"index\":{\"_index\":\"");
    private static final byte[] ID = ascii("\",\"_id\":\"");
    private static final byte[] VERSION = ascii("\",\"version_type\":\"external\",\"version\":");
    private static final byte[] END = ascii("\"}}\n");
    private static final byte[] VERSIONED_END = ascii("}}\n");

    private byte[] bytes;
    private int length;

    private BulkBody(int expectedBytes) {
        this.bytes = new byte[expectedBytes];
    }

    /** The body for these operations, in their order. */
    static byte[] of(List<PendingOperation> batch) {
        long size = 0;
        for (PendingOperation pending : batch) {
            size += pending.operation().sizeBytes();
        }
        BulkBody body = new BulkBody(Math.toIntExact(size));
        for (PendingOperation pending : batch) {
            body.append(pending.operation());
        }
        return java.util.Arrays.copyOf(body.bytes, body.length);
    }

    private void append(BulkOperation operation) {
        boolean versioned = operation.kind() == BulkOperation.Kind.INDEX_VERSIONED;
        append(versioned ? INDEX : CREATE);
        append(quoted(operation.index()));
        append(ID);
        append(quoted(operation.id()));
        if (versioned) {
            append(VERSION);
            append(ascii(Long.toString(operation.version())));
            append(VERSIONED_END);
        } else {
            append(END);
        }
        append(operation.source());
        append((byte) '\n');
    }

    /** Ids come from paths and Kafka topics; only what JSON forbids is escaped. */
    private static byte[] quoted(String name) {
        return JsonStringEncoder.getInstance().quoteAsUTF8(name);
    }

    private void append(byte[] part) {
        reserve(part.length);
        System.arraycopy(part, 0, bytes, length, part.length);
        length += part.length;
    }

    private void append(byte one) {
        reserve(1);
        bytes[length++] = one;
    }

    private void reserve(int more) {
        if (bytes.length - length < more) {
            bytes = java.util.Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
