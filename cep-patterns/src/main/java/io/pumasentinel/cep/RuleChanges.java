package io.pumasentinel.cep;

import io.pumasentinel.sigma.RuleSource;
import java.util.List;

/**
 * Rule files as they were found at one time: changed ones, or all of a folder.
 *
 * @param files with their texts; an empty text for a file that is no more
 * @param effectiveMillis the event time from which they are to hold
 * @param folder what the names of all files in question begin with, if {@code files} are all that
 *     there are: those known before and not among them are no more; else empty
 */
public record RuleChanges(List<RuleSource> files, long effectiveMillis, String folder) {
    public RuleChanges {
        files = List.copyOf(files);
    }

    /** One file changed. */
    public static RuleChanges of(RuleSource file, long effectiveMillis) {
        return new RuleChanges(List.of(file), effectiveMillis, "");
    }
}
