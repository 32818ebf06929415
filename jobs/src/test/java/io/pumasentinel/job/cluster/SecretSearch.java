package io.pumasentinel.job.cluster;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Looks for every eight characters in a row of many secrets, plain and in base64 at every
 * alignment, in any bytes. Eight bytes are one long, so that each place costs one look-up. Of card
 * numbers it takes twelve digits: eight occur in times by chance.
 */
final class SecretSearch {
    private static final int WINDOW = Long.BYTES;
    private static final int DIGITS = 12;

    private final Map<Long, PlantedSecret> windows = new HashMap<>();

    SecretSearch(List<PlantedSecret> secrets) {
        for (PlantedSecret secret : secrets) {
            add(secret.hidden(), secret);
            for (int shift = 0; shift < 3; shift++) {
                byte[] bytes = ("x".repeat(shift) + secret.hidden()).getBytes(ISO_8859_1);
                String encoded = Base64.getEncoder().withoutPadding().encodeToString(bytes);
                add(encoded.substring(shift == 0 ? 0 : 4, encoded.length() - 2), secret);
            }
        }
    }

    /** Where secrets are, as sentences; percent-encoding is undone as often as there is any. */
    List<String> in(String where, byte[] bytes) {
        List<String> found = new ArrayList<>();
        byte[] plain = bytes;
        for (int layer = 0; layer < 4; layer++) {
            find(where + " layer " + layer, plain, found);
            byte[] decoded = decoded(plain);
            if (decoded.length == plain.length) {
                break;
            }
            plain = decoded;
        }
        return found;
    }

    private void add(String text, PlantedSecret secret) {
        for (int i = 0; i + WINDOW <= text.length(); i++) {
            long window = 0;
            for (int j = 0; j < WINDOW; j++) {
                window = window << 8 | text.charAt(i + j);
            }
            windows.put(window, secret);
        }
    }

    private void find(String where, byte[] bytes, List<String> found) {
        long window = 0;
        for (int i = 0; i < bytes.length; i++) {
            window = window << 8 | (bytes[i] & 0xFF);
            PlantedSecret secret = i < WINDOW - 1 ? null : windows.get(window);
            if (secret != null && (!secret.kind().equals("card") || card(secret, bytes, i))) {
                int from = Math.max(0, i - 120);
                String around = new String(bytes, from, i + 1 - from, ISO_8859_1);
                found.add(secret.kind() + " in " + where + ": …" + around);
            }
        }
    }

    /** Where any of some texts is, as sentences. */
    static List<String> of(List<String> texts, String where, byte[] bytes) {
        String plain = new String(bytes, ISO_8859_1);
        String decoded = new String(decoded(bytes), ISO_8859_1);
        List<String> found = new ArrayList<>();
        for (String text : texts) {
            int at = Math.max(plain.indexOf(text), decoded.indexOf(text));
            if (at >= 0) {
                String all = plain.contains(text) ? plain : decoded;
                int from = Math.max(0, at - 120);
                int to = Math.min(all.length(), at + 40);
                found.add(text + " in " + where + ": …" + all.substring(from, to));
            }
        }
        return found;
    }

    private static boolean card(PlantedSecret secret, byte[] bytes, int last) {
        int from = Math.max(0, last + 1 - DIGITS);
        String before = new String(bytes, from, last + 1 - from, ISO_8859_1);
        return before.chars().anyMatch(Character::isLetter) || secret.hidden().contains(before);
    }

    private static byte[] decoded(byte[] bytes) {
        byte[] out = new byte[bytes.length];
        int length = 0;
        for (int i = 0; i < bytes.length; i++) {
            int high = i + 2 < bytes.length && bytes[i] == '%' ? hex(bytes[i + 1]) : -1;
            int low = high < 0 ? -1 : hex(bytes[i + 2]);
            out[length++] = low < 0 ? bytes[i] : (byte) (high << 4 | low);
            i += low < 0 ? 0 : 2;
        }
        return java.util.Arrays.copyOf(out, length);
    }

    private static int hex(byte b) {
        return Character.digit(b, 16);
    }
}
