package io.pumasentinel.cli.backtest;

import java.util.List;

/** Rows of two configurations side by side. */
final class Differences {
    private Differences() {}

    static List<String> headers(String subject) {
        return List.of(subject, "first", "second", "");
    }

    /** With {@code ≠} at its end where the two differ. */
    static List<String> row(String subject, String first, String second) {
        return List.of(subject, first, second, first.equals(second) ? "" : "≠");
    }
}
