package io.pumasentinel.job.config;

import io.pumasentinel.event.ingest.IngestSettings;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** Text options whose form is given by someone else: Kafka, Elasticsearch, Kibana, HTTP, TLS. */
final class Names {

    private Names() {}

    static ValueType<String> service() {
        return Types.text(
                "letters, digits and ._- (at most 100 characters, first a letter or digit)",
                "[A-Za-z0-9][A-Za-z0-9._-]{0,99}");
    }

    static ValueType<String> host() {
        return Types.text(
                "a host name: letters, digits and .:_- (at most 253 characters)",
                "[A-Za-z0-9:][A-Za-z0-9._:-]{0,252}");
    }

    static ValueType<String> topic() {
        return Types.text(
                "a Kafka topic: letters, digits and ._- (at most 249 characters)",
                "(?!\\.{1,2}$)[A-Za-z0-9._-]{1,249}");
    }

    static ValueType<String> group() {
        return Types.text("a name of at most 255 characters without white space", "\\S{1,255}");
    }

    /** {@code host:port}; an IPv6 address in brackets. */
    static ValueType<String> server() {
        String port = "(6553[0-5]|655[0-2][0-9]|65[0-4][0-9]{2}|6[0-4][0-9]{3}|[1-5]?[0-9]{1,4})";
        return Types.text(
                "host:port like kafka-1:9092",
                "([A-Za-z0-9][A-Za-z0-9._-]*|\\[[0-9A-Fa-f:.]+]):(?!0+$)" + port);
    }

    /**
     * The {@code <ns>} of index names: no dash, because dashes separate a name's parts, and nothing
     * that Elasticsearch forbids in one.
     */
    static ValueType<String> namespace() {
        return Types.text(
                "lower-case letters, digits and ._ (at most 100 characters, first a letter or"
                        + " digit)",
                "[a-z0-9][a-z0-9._]{0,99}");
    }

    /** Kibana's rule for the identifier of a space, which is a part of its URLs. */
    static ValueType<String> space() {
        return Types.text(
                "a space's identifier: lower-case letters, digits, _ and - (at most 100"
                        + " characters)",
                "[a-z0-9_-]{1,100}");
    }

    static ValueType<String> user() {
        return Types.text("a user's name without ':' and white space", "[^:\\s]{1,507}");
    }

    /** 32 bytes in hex; colons between them and upper case are tidied away. */
    static ValueType<String> fingerprint() {
        return Types.text(
                "a SHA-256 fingerprint: 64 hex digits, colons between them allowed",
                "[0-9a-f]{64}",
                text -> text.toLowerCase(Locale.ROOT).replace(":", ""));
    }

    static ValueType<String> file(String what) {
        return Types.text(what, "[^\\x00-\\x1f]{1,4096}");
    }

    /** A snapshot repository; nothing in it needs escaping in a URL or in JSON. */
    static ValueType<String> repository() {
        return Types.text(
                "a snapshot repository's name: letters, digits and ._- (at most 200 characters)",
                "[A-Za-z0-9._-]{1,200}");
    }

    /** Parameters are compared without case. */
    static ValueType<String> parameter() {
        return Types.text(
                "a parameter's name: letters, digits and ._-[]",
                "(?=.*[a-z0-9])[a-z0-9._\\[\\]-]{1,200}",
                text -> text.toLowerCase(Locale.ROOT));
    }

    /**
     * {@code /users/{name}}, {@code /users/:name}, {@code /users/{id}.json}, a last {@code *} takes
     * the rest.
     */
    static ValueType<String> pattern() {
        return new Scalar<>(
                "a path from the root like /users/{name}, /users/:name or /files/*",
                Names::pattern,
                Function.identity());
    }

    private static String pattern(String text) throws Refused {
        if (!text.matches("/[^?#\\s]{0,2000}")) {
            throw new Refused("not of this form");
        }
        Optional<String> problem = IngestSettings.patternProblem(text);
        if (problem.isPresent()) {
            throw new Refused(problem.get());
        }
        return text;
    }

    static ValueType<String> path() {
        return Types.text("a path from the root like /login, without query", "/[^?#\\s]{1,2000}");
    }

    static ValueType<String> rule() {
        return Types.text(
                "a rule's id or name: letters, digits and ._-", "[A-Za-z0-9][A-Za-z0-9._-]{0,199}");
    }
}
