package io.pumasentinel.cep.wire;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.jspecify.annotations.Nullable;

/**
 * Texts in UTF-8, behind their length in bytes plus one; 0 is null. Half a surrogate pair, which is
 * no character, arrives as a question mark.
 */
final class WireText {
    private static final int MORE = 0x80;

    private WireText() {}

    static void write(DataOutputView out, @Nullable String text) throws IOException {
        if (text == null) {
            out.writeByte(0);
            return;
        }
        // Of ASCII, as nearly everywhere in logs, the JDK makes and reads UTF-8 by plain copying.
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        writeSize(out, bytes.length + 1);
        out.write(bytes);
    }

    /** A text that is never null. */
    static String read(DataInputView in) throws IOException {
        String text = readNullable(in);
        if (text == null) {
            throw new IOException("a text is missing (got null); any text");
        }
        return text;
    }

    static @Nullable String readNullable(DataInputView in) throws IOException {
        int size = readSize(in);
        if (size <= 1) {
            return size == 0 ? null : "";
        }
        byte[] bytes = new byte[size - 1];
        in.readFully(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    static void writeAll(DataOutputView out, List<String> texts) throws IOException {
        writeSize(out, texts.size());
        for (int i = 0; i < texts.size(); i++) {
            write(out, texts.get(i));
        }
    }

    static List<String> readAll(DataInputView in) throws IOException {
        int size = readSize(in);
        if (size == 0) {
            return List.of();
        }
        String[] texts = new String[size];
        for (int i = 0; i < size; i++) {
            texts[i] = read(in);
        }
        return size == 1 ? List.of(texts[0]) : Arrays.asList(texts);
    }

    /** Seven bits a byte, the lowest first. */
    static void writeSize(DataOutputView out, int size) throws IOException {
        int rest = size;
        while (rest >= MORE) {
            out.writeByte(rest | MORE);
            rest >>>= 7;
        }
        out.writeByte(rest);
    }

    static int readSize(DataInputView in) throws IOException {
        int size = 0;
        int shift = 0;
        int next = in.readByte();
        while (next < 0) {
            size |= (next & ~MORE & 0xFF) << shift;
            shift += 7;
            next = in.readByte();
        }
        return size | next << shift;
    }
}
