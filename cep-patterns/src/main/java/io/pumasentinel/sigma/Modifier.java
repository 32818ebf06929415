package io.pumasentinel.sigma;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Sigma's value modifiers (specification 2.1, appendix on modifiers). */
enum Modifier {
    CONTAINS(Role.TEXT),
    STARTSWITH(Role.TEXT),
    ENDSWITH(Role.TEXT),
    RE(Role.PATTERN),
    CIDR(Role.PATTERN),
    GT(Role.NUMBER),
    GTE(Role.NUMBER),
    LT(Role.NUMBER),
    LTE(Role.NUMBER),
    EXISTS(Role.PRESENCE),
    /** Every value of the list must match, not one of them. */
    ALL(Role.MANNER),
    /** Upper and lower case differ. */
    CASED(Role.MANNER),
    /** None of the values matches. */
    NEQ(Role.MANNER),
    /** The value names another field. */
    FIELDREF(Role.MANNER),
    /** A dash before a letter may be any character that command lines take for one. */
    WINDASH(Role.VALUE),
    /** The value in UTF-16, for what is encoded afterwards; {@code wide} is its other name. */
    UTF16LE(Role.VALUE),
    WIDE(Role.VALUE),
    UTF16BE(Role.VALUE),
    /** With a byte order mark. */
    UTF16(Role.VALUE),
    BASE64(Role.VALUE),
    /** The value anywhere in a text that was encoded as a whole. */
    BASE64OFFSET(Role.VALUE),
    /** Flags of {@link #RE}. */
    I(Role.FLAG),
    M(Role.FLAG),
    S(Role.FLAG),
    /** Parts of a time. */
    MINUTE(Role.TIME),
    HOUR(Role.TIME),
    DAY(Role.TIME),
    WEEK(Role.TIME),
    MONTH(Role.TIME),
    YEAR(Role.TIME);

    /** What a modifier does; one of TEXT, PATTERN, NUMBER and PRESENCE compares. */
    enum Role {
        TEXT,
        PATTERN,
        NUMBER,
        PRESENCE,
        MANNER,
        VALUE,
        FLAG,
        TIME
    }

    private final Role role;

    Modifier(Role role) {
        this.role = role;
    }

    Role role() {
        return role;
    }

    /** Whether it compares: at most one such may stand in a key. */
    boolean compares() {
        return role == Role.TEXT
                || role == Role.PATTERN
                || role == Role.NUMBER
                || role == Role.PRESENCE;
    }

    String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Modifier> named(String text) {
        return Arrays.stream(values()).filter(m -> m.text().equals(text)).findFirst();
    }

    static List<String> names() {
        return Arrays.stream(values()).map(Modifier::text).toList();
    }
}
