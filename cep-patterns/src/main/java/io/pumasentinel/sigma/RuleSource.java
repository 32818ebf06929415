package io.pumasentinel.sigma;

import java.io.Serializable;

/**
 * One rule file.
 *
 * @param file its name, as problems print it
 * @param text its YAML, one document a rule; empty for a file that is no more
 * @param layer whose rules they are, {@value #SHIPPED}, {@value #OWN} or {@value #CHANGED}: a rule
 *     with the id of one of a lower layer takes its place
 */
public record RuleSource(String file, String text, int layer) implements Serializable {
    /** Rules that come with this program. */
    public static final int SHIPPED = 0;

    /** Rules of the site, read when the job is submitted. */
    public static final int OWN = 1;

    /** Rules that arrive while the job runs. */
    public static final int CHANGED = 2;

    /** A file of the site. */
    public RuleSource(String file, String text) {
        this(file, text, OWN);
    }
}
