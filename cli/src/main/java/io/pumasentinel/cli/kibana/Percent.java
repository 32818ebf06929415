package io.pumasentinel.cli.kibana;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Makes any text a part of an address (RFC 3986). */
final class Percent {
    private Percent() {}

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
