package io.pumasentinel.event.ingest;

/**
 * A text with one layer of percent-encoding taken off after the other, and where each of its
 * characters came from. Bytes become Latin-1 characters: what is looked for is ASCII.
 */
final class DecodedView {

    private char[] chars = new char[0];
    private int[] origin = new int[0];
    private int length;

    /** The text itself. */
    void begin(String text) {
        length = text.length();
        if (chars.length < length) {
            chars = new char[length];
            origin = new int[length + 1];
        }
        text.getChars(0, length, chars, 0);
        for (int i = 0; i <= length; i++) {
            origin[i] = i;
        }
    }

    /** Takes off one layer; false if there is none. */
    boolean decode() {
        int out = 0;
        int i = 0;
        while (i < length) {
            char c = chars[i];
            int value = c == '%' && i + 2 < length ? Percent.value(chars[i + 1], chars[i + 2]) : -1;
            chars[out] = value < 0 ? c : (char) value;
            origin[out] = origin[i];
            out++;
            i += value < 0 ? 1 : 3;
        }
        boolean changed = out < length;
        origin[out] = origin[length];
        length = out;
        return changed;
    }

    /** Where the character at each place began in the text; one more for the end. */
    int[] origin() {
        return origin;
    }

    String text() {
        return new String(chars, 0, length);
    }

    /** A text without any of up to {@code layers} layers. */
    static String deepest(String text, int layers) {
        if (text.indexOf('%') < 0) {
            return text;
        }
        DecodedView view = new DecodedView();
        view.begin(text);
        int left = layers;
        while (left > 0 && view.decode()) {
            left--;
        }
        return view.text();
    }
}
