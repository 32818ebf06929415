package io.pumasentinel.sigma;

import java.io.Serializable;

/**
 * What is wrong at one place of a rule file.
 *
 * @param file the file's name
 * @param line the line, from 1
 * @param col the column, from 1
 * @param field the key concerned, such as {@code detection.selection.sc-status|gte}; empty for the
 *     document
 * @param message {@code what is wrong (got …); what is allowed}
 */
public record Problem(String file, int line, int col, String field, String message)
        implements Serializable {

    /** {@code file:line:col: field: message}. */
    @Override
    public String toString() {
        String place = file + ":" + line + ":" + col + ": ";
        return field.isEmpty() ? place + message : place + field + ": " + message;
    }
}
