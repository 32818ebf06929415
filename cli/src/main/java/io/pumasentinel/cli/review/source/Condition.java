package io.pumasentinel.cli.review.source;

import java.util.List;

/** What a document must be like to be counted. */
public sealed interface Condition {

    /** A value of the field is this one. */
    record Is(Field field, String value) implements Condition {}

    /** A value of the field begins with one of these. */
    record Begins(Field field, List<String> prefixes) implements Condition {
        /** Keeps a copy. */
        public Begins {
            prefixes = List.copyOf(prefixes);
        }
    }

    /** The field has a value. */
    record Has(Field field) implements Condition {}
}
