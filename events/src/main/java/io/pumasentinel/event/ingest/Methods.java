package io.pumasentinel.event.ingest;

import java.nio.charset.StandardCharsets;

/** Methods and protocols, without a new string for the usual ones. */
final class Methods {

    private static final String[] USUAL = {
        "GET", "POST", "PUT", "HEAD", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT"
    };

    private static final String[] PROTOCOLS = {"HTTP/1.1", "HTTP/1.0", "HTTP/2.0"};

    private Methods() {}

    /** Whether Puma's parser takes the byte in a method. */
    static boolean letter(byte b) {
        return (b >= 'A' && b <= 'Z')
                || (b >= '0' && b <= '9')
                || b == '$'
                || b == '_'
                || b == '.'
                || b == '-';
    }

    static String of(byte[] b, int from, int to) {
        for (String method : USUAL) {
            if (same(b, from, to, method)) {
                return method;
            }
        }
        return new String(b, from, to - from, StandardCharsets.ISO_8859_1);
    }

    static String protocol(byte[] b, int from, int to) {
        for (String protocol : PROTOCOLS) {
            if (same(b, from, to, protocol)) {
                return protocol;
            }
        }
        return LogText.of(b, from, to);
    }

    private static boolean same(byte[] b, int from, int to, String text) {
        if (to - from != text.length()) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (b[from + i] != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
