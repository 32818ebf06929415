package io.pumasentinel.job.config;

import java.io.Serializable;

/**
 * One thing that is wrong with a configuration file.
 *
 * @param file the file as it was given
 * @param line from 1
 * @param column from 1, in code points
 * @param field the option, like {@code kafka.sources[0].topic}; {@code file} for the file itself
 * @param message {@code what is wrong (got …); what is allowed}; never holds a secret's value
 */
public record ConfigProblem(String file, int line, int column, String field, String message)
        implements Serializable {

    /** {@code file:line:col: field: what is wrong (got …); what is allowed}. */
    @Override
    public String toString() {
        return file + ":" + line + ":" + column + ": " + field + ": " + message;
    }
}
