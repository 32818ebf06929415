package io.pumasentinel.cli.kibana;

import java.util.ArrayList;
import java.util.List;

/**
 * What a set-up of Kibana did.
 *
 * @param installed objects that were not there before, under the identifiers that they have there
 * @param overwritten objects that were there and are now as this release has them
 * @param removed objects that were there and are gone
 * @param failures what was not done and why, one sentence each
 * @param shortcomings what Kibana lacks and what was done instead, one sentence each
 */
public record KibanaReport(
        List<SavedObject> installed,
        List<SavedObject> overwritten,
        List<SavedObject> removed,
        List<String> failures,
        List<String> shortcomings) {

    /** Copies the lists. */
    public KibanaReport {
        installed = List.copyOf(installed);
        overwritten = List.copyOf(overwritten);
        removed = List.copyOf(removed);
        failures = List.copyOf(failures);
        shortcomings = List.copyOf(shortcomings);
    }

    /** Whether everything is as it should be. */
    public boolean isComplete() {
        return failures.isEmpty();
    }

    /** The dashboards that people can open now. */
    public List<SavedObject> dashboards() {
        List<SavedObject> there = new ArrayList<>(installed);
        there.addAll(overwritten);
        return there.stream().filter(SavedObject::isDashboard).toList();
    }

    /** Everything above as lines for people, failures last. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        count(lines, installed, "installed");
        count(lines, overwritten, "overwritten, already there");
        count(lines, removed, "removed");
        if (lines.isEmpty() && failures.isEmpty()) {
            lines.add("no saved object was there");
        }
        lines.addAll(shortcomings);
        lines.addAll(failures);
        return lines;
    }

    private static void count(List<String> lines, List<SavedObject> objects, String done) {
        if (!objects.isEmpty()) {
            lines.add(
                    objects.size()
                            + (objects.size() == 1 ? " saved object " : " saved objects ")
                            + done);
        }
    }
}
