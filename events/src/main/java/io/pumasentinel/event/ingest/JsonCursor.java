package io.pumasentinel.event.ingest;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Reads one JSON object from its bytes, left to right and as strictly as RFC 8259. A text is made
 * only of what is asked for, and a name is looked up by its bytes. The bytes must be UTF-8. Reads
 * what Jackson's parser reads, which is the tests' oracle, in about half the time: it makes a
 * parser for every line, a context for every object and a text for every name.
 */
final class JsonCursor {

    private static final int DEEPEST = 100;
    private static final int LONGEST_NAME = 50_000;
    private static final int LONGEST_NUMBER = 1000;

    private final byte[] b;
    private final int to;
    private int at;
    private int depth;

    private JsonKind kind = JsonKind.NULL;

    /** Where the last scalar or name lies, without quotes. */
    private int from;

    private int end;
    private boolean escaped;

    JsonCursor(byte[] b, int from, int to) {
        this.b = b;
        this.at = from;
        this.to = to;
    }

    /** Reads a scalar, or the opening bracket of an object or an array. */
    JsonKind value() throws BrokenJsonException {
        kind =
                switch (next()) {
                    case '"' -> string();
                    case '{' -> opened(JsonKind.OBJECT);
                    case '[' -> opened(JsonKind.ARRAY);
                    case 't' -> word("true", JsonKind.TRUTH);
                    case 'f' -> word("false", JsonKind.TRUTH);
                    case 'n' -> word("null", JsonKind.NULL);
                    default -> digits();
                };
        return kind;
    }

    /** Whether the object or array just opened closes at once; it is behind it then. */
    boolean empty(char bracket) throws BrokenJsonException {
        return next() == bracket && closed();
    }

    /** Whether another member follows; behind the object or array if none does. */
    boolean more(char bracket) throws BrokenJsonException {
        int c = next();
        if (c == ',') {
            at++;
            return true;
        }
        if (c != bracket) {
            throw new BrokenJsonException();
        }
        return !closed();
    }

    /** Reads a member's name and its colon; the field of that name, null if nobody wants it. */
    @Nullable FieldTree name(FieldTree node) throws BrokenJsonException {
        name();
        if (escaped) {
            byte[] name = text().getBytes(StandardCharsets.UTF_8);
            return node.find(name, 0, name.length);
        }
        return node.find(b, from, end);
    }

    /** Passes over the rest of a value that {@link #value} began to read. */
    void skip(JsonKind begun) throws BrokenJsonException {
        if (begun == JsonKind.OBJECT && !empty('}')) {
            do {
                name();
                skip(value());
            } while (more('}'));
        } else if (begun == JsonKind.ARRAY && !empty(']')) {
            do {
                skip(value());
            } while (more(']'));
        }
    }

    /** The first byte that is no blank, from here on; -1 if there is none. */
    int rest() {
        while (at < to && (b[at] == ' ' || b[at] == '\t' || b[at] == '\n' || b[at] == '\r')) {
            at++;
        }
        return at < to ? b[at] & 0xFF : -1;
    }

    boolean isText() {
        return kind == JsonKind.TEXT;
    }

    boolean isWhole() {
        return kind == JsonKind.WHOLE;
    }

    boolean isNumber() {
        return kind == JsonKind.WHOLE || kind == JsonKind.FRACTION;
    }

    /** The last scalar as text, numbers as they were written. */
    String text() {
        return escaped
                ? JsonEscapes.undo(b, from, end)
                : new String(b, from, end - from, StandardCharsets.UTF_8);
    }

    /** The same as visible text. */
    String visible() {
        return escaped ? LogText.of(text()) : LogText.of(b, from, end);
    }

    /** The beginning of it, of at most so many characters. */
    String visible(int longest) {
        return end - from <= longest ? visible() : LogText.of(JsonText.cut(text(), longest));
    }

    /** What these bytes of the last text were read as before; null if nothing is known. */
    <V> @Nullable V known(Repeats<V> texts) {
        return escaped ? null : texts.get(b, from, end);
    }

    /** Remembers what was just missed. */
    <V> void remember(Repeats<V> texts, V value) {
        texts.put(b, from, end, value);
    }

    /** The last number if it is whole and a long; -1 for other ones. */
    long whole() {
        return kind == JsonKind.WHOLE ? JsonDigits.whole(b, from, end) : -1;
    }

    /** The last number, rounded to the nearest double. */
    double number() {
        return JsonDigits.number(b, from, end);
    }

    private int next() throws BrokenJsonException {
        if (at < to && b[at] > ' ') {
            return b[at];
        }
        int c = rest();
        if (c < 0) {
            throw new BrokenJsonException();
        }
        return c;
    }

    private void name() throws BrokenJsonException {
        if (next() != '"') {
            throw new BrokenJsonException();
        }
        if (!shortName()) {
            string();
        }
        if (next() != ':' || end - from > LONGEST_NAME) {
            throw new BrokenJsonException();
        }
        at++;
    }

    /** Nearly all names end within eight bytes. */
    private boolean shortName() {
        int first = at + 1;
        int length = first + Long.BYTES <= to ? Words.plain(Words.at(b, first)) : Long.BYTES;
        int stop = first + length;
        if (length == Long.BYTES || b[stop] != '"') {
            return false;
        }
        from = first;
        end = stop;
        escaped = false;
        at = stop + 1;
        return true;
    }

    private JsonKind opened(JsonKind bracket) throws BrokenJsonException {
        if (++depth > DEEPEST) {
            throw new BrokenJsonException();
        }
        at++;
        return bracket;
    }

    private boolean closed() {
        at++;
        depth--;
        return true;
    }

    private JsonKind string() throws BrokenJsonException {
        from = at + 1;
        escaped = false;
        int i = Words.plainEnd(b, from, to);
        while (i < to && b[i] == '\\') {
            escaped = true;
            i = Words.plainEnd(b, JsonEscapes.end(b, i, to), to);
        }
        if (i >= to || b[i] != '"') {
            throw new BrokenJsonException();
        }
        end = i;
        at = i + 1;
        return JsonKind.TEXT;
    }

    private JsonKind word(String word, JsonKind what) throws BrokenJsonException {
        int stop = at + word.length();
        for (int i = at; i < stop; i++) {
            if (i >= to || b[i] != word.charAt(i - at)) {
                throw new BrokenJsonException();
            }
        }
        scalar(stop);
        return what;
    }

    private JsonKind digits() throws BrokenJsonException {
        int wholeEnd = JsonDigits.wholeEnd(b, at, to);
        int stop = wholeEnd < 0 ? -1 : JsonDigits.fractionEnd(b, wholeEnd, to);
        if (stop < 0 || stop - at > LONGEST_NUMBER) {
            throw new BrokenJsonException();
        }
        scalar(stop);
        return stop == wholeEnd ? JsonKind.WHOLE : JsonKind.FRACTION;
    }

    private void scalar(int stop) {
        from = at;
        end = stop;
        escaped = false;
        at = stop;
    }
}
