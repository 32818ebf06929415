package io.pumasentinel.event.ingest;

import io.pumasentinel.event.ingest.RedactionSettings.Addresses;
import io.pumasentinel.event.ingest.RedactionSettings.Emails;
import io.pumasentinel.event.ingest.RedactionSettings.Mode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Removes secrets from what becomes part of an event. Remembers what they were. Work is linear in
 * the text; a text without secrets comes back as the same string. Percent-encoding hides nothing,
 * up to three layers of it. Not thread-safe.
 */
final class Redaction {

    static final String MARK = "[REDACTED]";

    /** What is told to be removed where headers were dumped. */
    static final String DUMPED = "http.header";

    private static final int LAYERS = 3;

    private final Mode mode;
    private final @Nullable Tokens tokens;
    private final @Nullable AddressTokens addresses;
    private final Cuts cuts = new Cuts();
    private final DecodedView view = new DecodedView();
    private final SecretScan scan;
    private final List<String> names = new ArrayList<>();

    /**
     * Reads the key, if tokens or pseudonyms are made.
     *
     * @throws IllegalArgumentException if a name has no letter or digit
     * @throws IllegalStateException if the key cannot be read or is too short
     */
    Redaction(List<String> redactedKeys, RedactionSettings settings) {
        this.mode = settings.mode();
        this.tokens = settings.key() == null ? null : Tokens.keyed(settings.key().resolve());
        boolean pseudonyms = settings.addresses() == Addresses.TOKEN;
        this.addresses = tokens != null && pseudonyms ? new AddressTokens(tokens) : null;
        this.scan =
                new SecretScan(
                        SensitiveKeys.of(redactedKeys), cuts, settings.emails() == Emails.REDACT);
    }

    /** A request's path, with the parameters after a {@code ;}. */
    String path(String path) {
        return redact(path, false, path.length(), mode);
    }

    /**
     * A path in which the same secret-bearing paths look alike whatever the mode, fit to name an
     * endpoint after.
     */
    String masked(String path) {
        return redact(path, false, path.length(), Mode.MASK);
    }

    /** A query string or a whole URL: parameter by parameter, and what its values hold. */
    String query(String query) {
        return redact(query, true, query.length(), mode);
    }

    /** Free text: {@code key=value}, {@code key: value}, {@code "key":"value"}, header lines. */
    String text(String text) {
        return redact(text, false, text.length(), mode);
    }

    /**
     * The beginning of a free text, redacted before it is cut, or half a secret would escape its
     * shape.
     */
    String text(String text, int maxBytes) {
        return beginning(text, false, maxBytes);
    }

    /** A URL's beginning, likewise. */
    String url(String url, int maxBytes) {
        return beginning(url, true, maxBytes);
    }

    /** A header of a dump, of which any may be a secret, whatever its name. */
    String dumped(String name) {
        note(DUMPED);
        return name + ": " + MARK;
    }

    /** The name of a user; null where nothing of it may be told: all masks are not one user. */
    @Nullable String user(String user, int maxBytes) {
        String told = text(user, maxBytes);
        return told.equals(MARK) || told.isEmpty() ? null : told;
    }

    /** Whether free text holds no secret. */
    boolean isPlain(String text) {
        search(text, false);
        return cuts.isEmpty();
    }

    /** A client's address as events carry it; null if there is none. */
    @Nullable String address(@Nullable String address) {
        if (addresses == null || address == null) {
            return address;
        }
        note(SecretKind.ADDRESS.text());
        return addresses.of(address);
    }

    /** What was removed since the last call, each name once, in order. */
    List<String> taken() {
        if (names.isEmpty()) {
            return List.of();
        }
        List<String> taken = List.copyOf(names);
        names.clear();
        return taken;
    }

    private String beginning(String text, boolean query, int maxBytes) {
        String near = text.length() > 2 * maxBytes ? text.substring(0, 2 * maxBytes) : text;
        return LogText.cut(redact(near, query, maxBytes, mode), maxBytes);
    }

    /**
     * @param query whether parameters are parted as in a query or a URL
     */
    private String redact(String text, boolean query, int keep, Mode how) {
        search(text, query);
        if (cuts.isEmpty()) {
            return keep < text.length() ? text.substring(0, keep) : text;
        }
        return render(text, keep, how);
    }

    private void search(String text, boolean query) {
        cuts.begin(text, query);
        scan(text, query);
        if (text.indexOf('%') >= 0) {
            decodeAndScan(text, query);
        }
    }

    private void decodeAndScan(String text, boolean query) {
        view.begin(text);
        for (int layer = 0; layer < LAYERS && view.decode(); layer++) {
            cuts.decoded(view.origin());
            scan(view.text(), query);
        }
    }

    private void scan(String text, boolean query) {
        scan.scan(text, query);
        if (addresses != null) {
            String kind = SecretKind.ADDRESS.text();
            AddressTokens.find(text, range -> cuts.add((int) (range >>> 32), (int) range, kind));
        }
    }

    private String render(String text, int keep, Mode how) {
        StringBuilder out = new StringBuilder(Math.min(text.length(), keep) + MARK.length());
        int[] kept = {0};
        cuts.each(
                (from, to, kind) -> {
                    if (from < keep) {
                        out.append(text, kept[0], from);
                        out.append(instead(text.substring(from, to), kind, how));
                        kept[0] = to;
                        note(kind);
                    }
                });
        int end = Math.min(keep, text.length());
        return kept[0] < end ? out.append(text, kept[0], end).toString() : out.toString();
    }

    private String instead(String secret, String kind, Mode how) {
        if (addresses != null && kind.equals(SecretKind.ADDRESS.text())) {
            String address = DecodedView.deepest(secret, LAYERS);
            String pseudonym = addresses.of(address);
            if (!pseudonym.equals(address)) {
                return pseudonym;
            }
        }
        return switch (how) {
            case MASK -> MARK;
            case REMOVE -> "";
            case TOKEN -> tokens == null ? MARK : tokens.of(kind, plain(secret, kind));
        };
    }

    /** However it was written, the same value has the same token. */
    private static String plain(String secret, String kind) {
        String decoded = DecodedView.deepest(secret, LAYERS);
        return kind.equals(SecretKind.EMAIL.text())
                ? decoded.toLowerCase(java.util.Locale.ROOT)
                : decoded;
    }

    private void note(String name) {
        if (!names.contains(name)) {
            names.add(name);
        }
    }
}
