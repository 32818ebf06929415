package io.pumasentinel.cli.backtest;

import java.io.Serializable;

/**
 * One thing that is wrong with a truth file.
 *
 * @param file the file as it was given
 * @param line from 1
 * @param column from 1
 * @param field the field; {@code line} for the line itself
 * @param message {@code what is wrong (got …); what is allowed}
 */
public record TruthProblem(String file, int line, int column, String field, String message)
        implements Serializable {

    /** {@code file:line:col: field: what is wrong (got …); what is allowed}. */
    @Override
    public String toString() {
        return file + ":" + line + ":" + column + ": " + field + ": " + message;
    }
}
