package io.pumasentinel.cli.review.source;

/** A number about a group of documents; NaN where no document of it has the field. */
public sealed interface Measure {

    /** The sum of a number; 0 where none has it. */
    record Sum(Field field) implements Measure {}

    /** The largest number. */
    record Largest(Field field) implements Measure {}

    /** The mean of a number, each weighted by another. */
    record Mean(Field value, Field weight) implements Measure {}

    /** How many different values a field has; Elasticsearch estimates above some thousands. */
    record Distinct(Field field) implements Measure {}

    /** How many documents meet a condition. */
    record Where(Condition condition) implements Measure {}

    /** The latest time, in milliseconds since 1970. */
    record Latest() implements Measure {}
}
