package io.pumasentinel.elasticsearch;

import java.util.List;

/**
 * What became of the roles.
 *
 * @param changed those that were installed or removed
 * @param kept those that were left as they are: already as this release has them, of a newer
 *     release, absent at a removal, or somebody else's
 * @param remarks what could not be done and who can do it, one sentence each
 */
public record RoleReport(List<String> changed, List<String> kept, List<String> remarks) {

    /** Copies the lists. */
    public RoleReport {
        changed = List.copyOf(changed);
        kept = List.copyOf(kept);
        remarks = List.copyOf(remarks);
    }
}
