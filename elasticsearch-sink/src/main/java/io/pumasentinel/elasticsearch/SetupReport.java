package io.pumasentinel.elasticsearch;

import java.util.List;

/**
 * What a set-up did.
 *
 * @param installed templates and policies that were not, or not as this release has them, and now
 *     are
 * @param unchanged those that were as this release has them
 * @param kept those that were left though they differ, and why: newer than this release's, or a
 *     lifecycle policy, because its retention is the operator's to choose
 * @param shortcomings what the cluster lacks and what was done instead, one sentence each
 */
public record SetupReport(
        List<String> installed,
        List<String> unchanged,
        List<String> kept,
        List<String> shortcomings) {

    /** Copies the lists. */
    public SetupReport {
        installed = List.copyOf(installed);
        unchanged = List.copyOf(unchanged);
        kept = List.copyOf(kept);
        shortcomings = List.copyOf(shortcomings);
    }
}
