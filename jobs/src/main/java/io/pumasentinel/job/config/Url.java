package io.pumasentinel.job.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Where a server answers: scheme, host and perhaps port and path; no credentials. */
final class Url {

    private Url() {}

    /** Accepts one; {@code example} shows its form. */
    static ValueType<String> type(String example) {
        return new Scalar<>(
                "a URL like " + example + ", without user, query and fragment",
                Url::parse,
                Function.identity());
    }

    private static String parse(String text) throws Refused {
        if (text.indexOf('@') >= 0) {
            throw Refused.unshown("credentials in a URL, which logs would repeat");
        }
        try {
            URI uri = new URI(text);
            if (!isHttp(uri.getScheme()) || uri.getHost() == null || uri.getPort() > 65_535) {
                throw new Refused("not an http or https URL");
            }
            if (uri.getRawQuery() != null || uri.getRawFragment() != null) {
                throw Refused.unshown("a URL with a query or fragment");
            }
            return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
        } catch (URISyntaxException e) {
            throw new Refused("not a URL");
        }
    }

    private static boolean isHttp(@Nullable String scheme) {
        return "http".equals(scheme) || "https".equals(scheme);
    }
}
