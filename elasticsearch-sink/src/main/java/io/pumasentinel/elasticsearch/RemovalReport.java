package io.pumasentinel.elasticsearch;

import java.util.List;

/**
 * What the removal of a set-up did.
 *
 * @param removed templates and policies that are gone now
 * @param left those that stay, and why: still in use, or not made by this project
 * @param indices the names of the indices that stay with their documents
 */
public record RemovalReport(List<String> removed, List<String> left, List<String> indices) {

    /** Copies the lists. */
    public RemovalReport {
        removed = List.copyOf(removed);
        left = List.copyOf(left);
        indices = List.copyOf(indices);
    }
}
