package io.pumasentinel.sigma;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Interim stand-in for the decoded target of ingest. */
final class Decoded {
    private Decoded() {}

    static String of(String path, @Nullable String query) {
        String text = query == null ? path : path + "?" + query.replace('+', ' ');
        for (int round = 0; round < 2 && text.indexOf('%') >= 0; round++) {
            text = decode(text);
        }
        return text.toLowerCase(Locale.ROOT);
    }

    private static String decode(String text) {
        byte[] in = text.getBytes(StandardCharsets.UTF_8);
        byte[] out = new byte[in.length];
        int length = 0;
        for (int i = 0; i < in.length; i++) {
            int high = i + 2 < in.length ? Character.digit(in[i + 1], 16) : -1;
            int low = i + 2 < in.length ? Character.digit(in[i + 2], 16) : -1;
            if (in[i] == '%' && high >= 0 && low >= 0) {
                out[length++] = (byte) (high << 4 | low);
                i += 2;
            } else {
                out[length++] = in[i];
            }
        }
        return new String(out, 0, length, StandardCharsets.UTF_8);
    }
}
