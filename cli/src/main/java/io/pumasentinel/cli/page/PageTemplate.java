package io.pumasentinel.cli.page;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The page as one HTML text that loads nothing from anywhere.
 *
 * <p>Its content security policy names the hash of each of its own scripts: a script that came in
 * with a log line would not run even if it got past the escaping. {@code 'unsafe-eval'} is there
 * because Vega compiles the expressions of the specifications; documents are never compiled.
 */
final class PageTemplate {

    private static final Pattern PLACE = Pattern.compile("\\{\\{(\\w+)}}");

    private PageTemplate() {}

    /** Writes the page with its data, JSON that {@link Json} has written. */
    static void render(String data, Appendable out) throws IOException {
        String style = PageAssets.style();
        List<String> scripts = PageAssets.scripts();
        Map<String, String> parts =
                Map.of(
                        "policy", policy(style, scripts),
                        "style", style,
                        "layout", Json.write(PageAssets.layout()),
                        "charts", Json.write(PageAssets.charts()),
                        "runbooks", Json.write(PageAssets.runbooks()),
                        "data", data,
                        "scripts", elements(scripts));
        String template = PageAssets.template();
        Matcher places = PLACE.matcher(template);
        int end = 0;
        while (places.find()) {
            out.append(template, end, places.start()).append(part(parts, places.group(1)));
            end = places.end();
        }
        out.append(template, end, template.length());
    }

    private static String part(Map<String, String> parts, String name) {
        String part = parts.get(name);
        if (part == null) {
            throw new IllegalStateException(
                    "page.html has an unknown place (got " + name + "); known: " + parts.keySet());
        }
        return part;
    }

    private static String elements(List<String> scripts) {
        return scripts.stream()
                .collect(Collectors.joining("</script>\n<script>", "<script>", "</script>"));
    }

    private static String policy(String style, List<String> scripts) {
        List<String> hashes = new ArrayList<>();
        scripts.forEach(script -> hashes.add(hash(script)));
        return "default-src 'none'; img-src data:; connect-src 'self'; base-uri 'none'; form-action"
                + " 'none'; "
                + ("style-src " + hash(style) + "; ")
                + ("script-src 'unsafe-eval' " + String.join(" ", hashes));
    }

    private static String hash(String text) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(StandardCharsets.UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this JDK has no SHA-256", e);
        }
    }
}
