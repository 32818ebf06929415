package io.pumasentinel.elasticsearch;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Installs, removes and compares the roles for writer, set-up, reader, analyst and Kibana viewer.
 *
 * <p>Whoever may write roles may give himself any right, so no role of ours may: the first
 * installation, and every later change, is an administrator's. Asked by somebody else, this says
 * which roles want his hand and changes nothing. On a cluster without security it says so. Safe to
 * repeat.
 */
public final class RoleSetup {

    private static final String NO_SECURITY =
            "no security: no roles; whoever reaches the cluster may read and write";

    private final RestCalls calls;
    private final List<String> changed = new ArrayList<>();
    private final List<String> kept = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();

    private RoleSetup(RestCalls calls) {
        this.calls = calls;
    }

    private interface Step {
        void take(RoleSetup setup, Role role) throws IOException;
    }

    /**
     * Makes every role as this release has it; one of a newer release, or of the same name and
     * somebody else's, stays.
     *
     * @throws IOException if there is no answer, or the credentials or a role are refused
     */
    public static RoleReport install(ElasticsearchConnection connection) throws IOException {
        return each(connection, RoleSetup::install);
    }

    /**
     * Removes every role that this project has made. Users keep the names; they grant nothing then.
     *
     * @throws IOException if there is no answer, or the credentials are refused
     */
    public static RoleReport remove(ElasticsearchConnection connection) throws IOException {
        return each(connection, RoleSetup::remove);
    }

    /**
     * Changes nothing; remarks tell which roles are absent or not as this release has them.
     *
     * @throws IOException if there is no answer, or the credentials are refused
     */
    public static RoleReport report(ElasticsearchConnection connection) throws IOException {
        return each(connection, RoleSetup::compare);
    }

    private static RoleReport each(ElasticsearchConnection connection, Step step)
            throws IOException {
        try (RestCalls calls = new RestCalls(connection.open(1))) {
            RoleSetup setup = new RoleSetup(calls);
            if (!Access.isGuarded(calls)) {
                return new RoleReport(List.of(), List.of(), List.of(NO_SECURITY));
            }
            for (Role role : Role.bundled()) {
                step.take(setup, role);
            }
            return new RoleReport(setup.changed, setup.kept, setup.remarks);
        }
    }

    private void install(Role role) throws IOException {
        Optional<JsonNode> stored = stored(role);
        if (stored.isPresent() && isToStay(role, stored.get())) {
            return;
        }
        RestCalls.Answer answer = calls.call("PUT", role.path(), role.body().toString());
        if (answer.status() == 403) {
            remarks.add(administrator(role, "not installed"));
            return;
        }
        answer.orThrow("install " + role.path());
        changed.add(role.name());
    }

    private void remove(Role role) throws IOException {
        Optional<JsonNode> stored = stored(role);
        if (stored.isEmpty() || !Role.isOurs(stored.get())) {
            kept.add(role.name());
            return;
        }
        RestCalls.Answer answer = calls.call("DELETE", role.path(), null);
        if (answer.status() == 403) {
            remarks.add(administrator(role, "not removed"));
            return;
        }
        answer.orThrow("remove " + role.path());
        changed.add(role.name());
    }

    private void compare(Role role) throws IOException {
        Optional<JsonNode> stored = stored(role);
        if (stored.isEmpty()) {
            remarks.add(administrator(role, "absent, or not to be seen by this user"));
        } else if (!isToStay(role, stored.get())) {
            remarks.add(administrator(role, "not as this release has it"));
        }
    }

    private boolean isToStay(Role role, JsonNode stored) {
        if (!Role.isOurs(stored)) {
            kept.add(role.name());
            remarks.add("role " + role.name() + ": not made by puma-sentinel; left as it is");
            return true;
        }
        boolean same = Role.version(stored) == role.version() && grantsTheSame(role, stored);
        if (same || Role.version(stored) > role.version()) {
            kept.add(role.name());
            return true;
        }
        return false;
    }

    /** Elasticsearch adds defaults to what it stores; only what the file says counts. */
    private static boolean grantsTheSame(Role role, JsonNode stored) {
        return role.body().at("/cluster").equals(stored.path("cluster"))
                && holdsAll(role.body().path("indices"), stored.path("indices"))
                && holdsAll(role.body().path("applications"), stored.path("applications"));
    }

    private static boolean holdsAll(JsonNode ours, JsonNode stored) {
        if (ours.size() != stored.size()) {
            return false;
        }
        for (int i = 0; i < ours.size(); i++) {
            for (var field : ours.get(i).properties()) {
                if (!field.getValue().equals(stored.get(i).path(field.getKey()))) {
                    return false;
                }
            }
        }
        return true;
    }

    private Optional<JsonNode> stored(Role role) throws IOException {
        RestCalls.Answer answer = calls.call("GET", role.path(), null);
        if (answer.status() == 403 || answer.status() == 404) {
            return Optional.empty();
        }
        JsonNode stored = answer.orThrow("read " + role.path()).json().path(role.name());
        return stored.isObject() ? Optional.of(stored) : Optional.empty();
    }

    private static String administrator(Role role, String what) {
        return "role "
                + role.name()
                + ": "
                + what
                + "; an administrator (cluster privilege manage_security) can do it";
    }
}
