package io.pumasentinel.elasticsearch;

import java.util.List;

/**
 * What a set-up did.
 *
 * @param installed templates and policies that are now as this release has them
 * @param kept those that were left as they are: newer than this release's, or a lifecycle policy
 *     that exists, because its retention is the operator's to choose
 * @param shortcomings what the cluster lacks and what was done instead, one sentence each
 */
public record SetupReport(List<String> installed, List<String> kept, List<String> shortcomings) {

    /** Copies the lists. */
    public SetupReport {
        installed = List.copyOf(installed);
        kept = List.copyOf(kept);
        shortcomings = List.copyOf(shortcomings);
    }
}
