package io.pumasentinel.sigma;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Sigma's value modifiers that are understood here. */
enum Modifier {
    CONTAINS(Role.TEXT),
    STARTSWITH(Role.TEXT),
    ENDSWITH(Role.TEXT),
    RE(Role.TEXT),
    CIDR(Role.TEXT),
    GT(Role.NUMBER),
    GTE(Role.NUMBER),
    LT(Role.NUMBER),
    LTE(Role.NUMBER),
    EXISTS(Role.PRESENCE),
    /** Every value of the list must match, not one of them. */
    ALL(Role.MANNER),
    /** Upper and lower case differ. */
    CASED(Role.MANNER);

    /** What a modifier needs: at most one that is not {@link #MANNER} may stand in a key. */
    enum Role {
        TEXT,
        NUMBER,
        PRESENCE,
        MANNER
    }

    private final Role role;

    Modifier(Role role) {
        this.role = role;
    }

    Role role() {
        return role;
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
