package io.pumasentinel.cep;

/** What a counting correlation compares with its bounds. */
enum Measure {
    /** How many events its inputs matched. */
    EVENTS,
    /** How many distinct values a field had. */
    VALUES,
    /** How many of its inputs matched. */
    RULES,
    /** The sum of a number. */
    SUM,
    /** The mean of a number. */
    AVERAGE
}
