package io.pumasentinel.event.ingest;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A shipper's or a container runtime's wrapper around a line. Its fields come from itself alone:
 * what stands in the line cannot reach them.
 */
final class JsonEnvelope {

    private static final int DOCKER_FIELDS = 3;

    private @Nullable String raw;
    private @Nullable String message;
    private @Nullable ByteArrayOutputStream bytes;
    private String stream = "";
    private String container = "";
    private boolean last;
    private boolean attributes;
    private boolean marked;
    private boolean cut;
    private int fields;

    /** A field at the top of the line; null if it is none that is known. */
    void top(@Nullable FieldTree node) {
        fields++;
        attributes |= node != null && node.field == JsonField.ATTRIBUTES;
    }

    void value(JsonField field, JsonCursor json) {
        boolean text = json.isText();
        switch (field) {
            case RAW -> {
                if (text) {
                    raw = json.text();
                } else {
                    octet(json);
                }
            }
            case MESSAGE -> message = text && message == null ? json.text() : message;
            case STREAM -> stream = JsonText.name(json);
            case CONTAINER -> container += JsonText.name(json) + " ";
            case PARTIAL -> {
                marked = true;
                cut |= json.text().equals("true");
            }
            case PARTIAL_LAST -> last = json.text().equals("true");
            case CUT -> {
                marked = true;
                cut |= json.text().startsWith("P");
            }
            case LINE_BREAK -> cut |= json.text().equals("line-max");
            default -> {}
        }
    }

    /** Whether the line inside is as it was written, whatever else the wrapper carries. */
    boolean isRaw() {
        return raw != null || bytes != null;
    }

    /** Whether a container runtime left its mark. */
    boolean contained() {
        return !stream.isEmpty() || marked;
    }

    /** What an application or a shipper calls the message; empty if there is none. */
    String message() {
        return message == null ? "" : message;
    }

    /** The line inside; empty if there is none. */
    byte[] line() {
        if (bytes != null) {
            return bytes.toByteArray();
        }
        String text = raw == null ? message() : raw;
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Whether the line inside is a piece of a longer one, of which the next follows. Docker ends
     * whole lines with a newline and pieces of 16 KiB without; shippers that take the newline away
     * add fields of their own.
     */
    boolean piece() {
        boolean docker =
                !stream.isEmpty() && !marked && fields == DOCKER_FIELDS + (attributes ? 1 : 0);
        return (cut && !last) || (docker && raw != null && !raw.endsWith("\n"));
    }

    /** Stream and container, as far as they are named; lines of others are no pieces of this. */
    String stream() {
        return container.isEmpty() ? stream : container + stream;
    }

    /** journald writes a text that is not UTF-8 as its bytes, each a number. */
    private void octet(JsonCursor json) {
        long value = JsonNumbers.whole(json, 0, 255);
        if (value >= 0) {
            bytes = bytes == null ? new ByteArrayOutputStream(256) : bytes;
            bytes.write((int) value);
        }
    }
}
