package io.pumasentinel.cli;

import java.util.List;

/**
 * What a step of {@code setup} did.
 *
 * @param changed what it installed or removed, a name each
 * @param unchanged how many things were as they should be
 * @param kept what it left though it differs, each with the reason
 * @param notes what a person should know, one sentence each
 */
record StepReport(List<String> changed, int unchanged, List<String> kept, List<String> notes) {

    StepReport {
        changed = List.copyOf(changed);
        kept = List.copyOf(kept);
        notes = List.copyOf(notes);
    }
}
