package io.pumasentinel.event.ingest;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Keyed fingerprints (HMAC-SHA-256, RFC 2104): the same value has the same one wherever and
 * whenever the same key is used, and without the key nobody can try values out. Not thread-safe.
 */
final class Tokens {

    private static final int HEX_DIGITS = 20;

    private final Mac mac;

    private Tokens(Mac mac) {
        this.mac = mac;
    }

    /**
     * @throws IllegalStateException if the key has fewer than 32 characters; the message holds none
     *     of it
     */
    static Tokens keyed(String key) {
        if (key.length() < RedactionSettings.SHORTEST_KEY) {
            throw new IllegalStateException(
                    "redaction: the key is too short (got %d characters); at least %d"
                            .formatted(key.length(), RedactionSettings.SHORTEST_KEY));
        }
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return new Tokens(mac);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java runtime has HmacSHA256", e);
        }
    }

    /** {@code tok_KIND_} and 80 bits in hexadecimal; those depend on the value alone. */
    String of(String kind, String value) {
        byte[] print = mac.doFinal(("value\n" + value).getBytes(StandardCharsets.UTF_8));
        return "tok_" + kind + "_" + HexFormat.of().formatHex(print, 0, HEX_DIGITS / 2);
    }

    /** 64 bits for two numbers, other ones for each purpose. */
    long bits(String purpose, long high, long low) {
        mac.update(purpose.getBytes(StandardCharsets.UTF_8));
        update(high);
        update(low);
        byte[] print = mac.doFinal();
        long bits = 0;
        for (int i = 0; i < Long.BYTES; i++) {
            bits = bits << 8 | (print[i] & 0xFF);
        }
        return bits;
    }

    private void update(long value) {
        for (int shift = 56; shift >= 0; shift -= 8) {
            mac.update((byte) (value >>> shift));
        }
    }
}
