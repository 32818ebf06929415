package io.pumasentinel.sigma;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * What a value becomes before it is looked for: {@code windash}, the {@code utf16} family, {@code
 * base64} and {@code base64offset} of the Sigma specification 2.1, in the order of the key.
 */
final class TextChanges {
    /** What Windows takes for a dash: hyphen, slash, en dash, em dash, horizontal bar. */
    private static final String DASHES = "-/\u2013\u2014\u2015";

    private TextChanges() {}

    /** Whether any of the modifiers encodes: then the result is literal and case matters. */
    static boolean encodes(List<Modifier> changes) {
        return changes.contains(Modifier.BASE64) || changes.contains(Modifier.BASE64OFFSET);
    }

    /**
     * The texts to look for instead of {@code value}, at least one.
     *
     * @param changes modifiers of {@link Modifier.Role#VALUE}
     */
    static List<String> of(String value, List<Modifier> changes) {
        List<String> texts = List.of(value);
        Charset charset = StandardCharsets.UTF_8;
        for (Modifier change : changes) {
            switch (change) {
                case WINDASH -> texts = texts.stream().flatMap(t -> dashes(t).stream()).toList();
                case UTF16LE, WIDE -> charset = StandardCharsets.UTF_16LE;
                case UTF16BE -> charset = StandardCharsets.UTF_16BE;
                case UTF16 -> charset = StandardCharsets.UTF_16;
                case BASE64 -> texts = base64(texts, charset);
                case BASE64OFFSET -> texts = offsets(texts, charset);
                default ->
                        throw new IllegalArgumentException(
                                "no change of text (got " + change + ")");
            }
        }
        return texts;
    }

    /** All dashes that begin a word become the same other one: {@code -a -b}, {@code /a /b}. */
    private static List<String> dashes(String text) {
        List<String> variants = new ArrayList<>();
        for (int d = 0; d < DASHES.length(); d++) {
            StringBuilder variant = new StringBuilder(text);
            for (int i = 0; i < text.length(); i++) {
                if (beginsWord(text, i)) {
                    variant.setCharAt(i, DASHES.charAt(d));
                }
            }
            if (!variants.contains(variant.toString())) {
                variants.add(variant.toString());
            }
        }
        return variants;
    }

    private static boolean beginsWord(String text, int at) {
        boolean dash = text.charAt(at) == '-' || text.charAt(at) == '/';
        boolean afterSpace = at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
        return dash
                && afterSpace
                && at + 1 < text.length()
                && Character.isLetterOrDigit(text.charAt(at + 1));
    }

    private static List<String> base64(List<String> texts, Charset charset) {
        return texts.stream()
                .map(text -> Base64.getEncoder().encodeToString(text.getBytes(charset)))
                .toList();
    }

    /**
     * What the text looks like inside a longer encoded one: at each of the three places of a byte
     * in a group of three, without the characters that its neighbours share.
     */
    private static List<String> offsets(List<String> texts, Charset charset) {
        int[] start = {0, 2, 3};
        int[] cut = {0, 3, 2};
        List<String> found = new ArrayList<>();
        for (String text : texts) {
            byte[] bytes = text.getBytes(charset);
            for (int offset = 0; offset < 3; offset++) {
                byte[] moved = new byte[offset + bytes.length];
                System.arraycopy(bytes, 0, moved, offset, bytes.length);
                String encoded = Base64.getEncoder().encodeToString(moved);
                int end = encoded.length() - cut[moved.length % 3];
                if (end > start[offset]) {
                    found.add(encoded.substring(start[offset], end));
                }
            }
        }
        return found;
    }
}
