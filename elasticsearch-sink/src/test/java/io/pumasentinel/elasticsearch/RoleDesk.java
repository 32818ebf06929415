package io.pumasentinel.elasticsearch;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The part of Elasticsearch's security that the embedded node lacks: keeps roles, and decides by a
 * role what a request may. Unlike Elasticsearch it refuses a bulk request as a whole.
 */
final class RoleDesk {

    /** The status that means: let the node answer. */
    static final int PASS = 0;

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, String> VERBS =
            Map.of("GET", "get", "PUT", "put", "DELETE", "delete", "POST", "simulate");

    private final @Nullable Rights rights;
    private final Map<String, JsonNode> roles;

    record Reply(int status, String body) {}

    private record Need(String index, String action) {}

    private RoleDesk(@Nullable Rights rights, Map<String, JsonNode> roles) {
        this.rights = rights;
        this.roles = roles;
    }

    static RoleDesk ofAdministrator() {
        return new RoleDesk(null, new ConcurrentHashMap<>());
    }

    /** The same roles, seen by somebody with one of ours. */
    RoleDesk seenBy(String role) {
        return new RoleDesk(Rights.of(role), roles);
    }

    /** What Elasticsearch says when it refuses. */
    static Reply refusal(int status, String reason) {
        ObjectNode body = JSON.createObjectNode().put("status", status);
        body.putObject("error").put("type", "security_exception").put("reason", reason);
        return new Reply(status, body.toString());
    }

    Reply reply(String method, URI uri, byte[] body) throws IOException {
        String path = uri.getPath();
        if (path.equals("/_security/_authenticate")) {
            return new Reply(200, "{\"username\":\"somebody\"}");
        }
        if (path.equals("/_security/user/_has_privileges")) {
            return new Reply(200, "{\"has_all_requested\":" + hasAll(body) + "}");
        }
        for (Need need : needs(method, path, body)) {
            if (!grants(need)) {
                String on = need.index().isEmpty() ? "" : " on index " + need.index();
                return refusal(403, "action [" + need.action() + "] is unauthorized" + on);
            }
        }
        return path.startsWith("/_security/role/")
                ? role(method, path.substring("/_security/role/".length()), body)
                : new Reply(PASS, "");
    }

    private boolean grants(Need need) {
        if (rights == null) {
            return true;
        }
        return need.index().isEmpty()
                ? rights.onCluster(need.action())
                : rights.onIndex(need.index(), need.action());
    }

    private boolean hasAll(byte[] body) throws IOException {
        Predicate<JsonNode> held =
                wanted -> {
                    List<String> patterns =
                            Privileges.CLUSTER.getOrDefault(wanted.asText(), List.of("unknown"));
                    return patterns.stream().allMatch(action -> grants(new Need("", action)));
                };
        for (JsonNode wanted : JSON.readTree(body).path("cluster")) {
            if (!held.test(wanted)) {
                return false;
            }
        }
        return true;
    }

    private static List<Need> needs(String method, String path, byte[] body) throws IOException {
        String[] parts = path.substring(1).split("/");
        String verb = VERBS.getOrDefault(method, "other");
        return switch (parts[0]) {
            case "_cluster" -> List.of(new Need("", "cluster:monitor/health"));
            case "_index_template" -> List.of(new Need("", "indices:admin/index_template/" + verb));
            case "_component_template" ->
                    List.of(new Need("", "cluster:admin/component_template/" + verb));
            case "_xpack" -> List.of(new Need("", "cluster:monitor/xpack/info"));
            case "_nodes" -> List.of(new Need("", "cluster:monitor/nodes/info"));
            case "_ingest" -> List.of(new Need("", "cluster:admin/ingest/pipeline/" + verb));
            case "_ilm" -> List.of(new Need("", "cluster:admin/ilm/" + verb));
            case "_security" -> List.of(new Need("", "cluster:admin/xpack/security/role/" + verb));
            case "_bulk" -> ofBulk(body);
            default -> List.of(new Need(parts[0], ofIndex(method, parts)));
        };
    }

    private static String ofIndex(String method, String[] parts) {
        if (parts.length > 1) {
            return parts[1].equals("_refresh")
                    ? "indices:admin/refresh"
                    : "indices:data/read/" + parts[1];
        }
        return "indices:admin/" + (method.equals("DELETE") ? "delete" : "create");
    }

    private static List<Need> ofBulk(byte[] body) throws IOException {
        List<Need> needs = new ArrayList<>();
        String[] lines = new String(body, UTF_8).split("\n");
        int at = 0;
        while (at < lines.length) {
            var operation = JSON.readTree(lines[at]).properties().iterator().next();
            String index = operation.getValue().path("_index").asText();
            String kind = operation.getKey();
            needs.add(
                    new Need(
                            index,
                            kind.equals("create") || kind.equals("index")
                                    ? "indices:data/write/index:op_type/" + kind
                                    : "indices:data/write/" + kind));
            if (!kind.equals("delete")) {
                needs.add(new Need(index, "indices:admin/auto_create"));
            }
            at += kind.equals("delete") ? 1 : 2;
        }
        return needs;
    }

    private Reply role(String method, String name, byte[] body) throws IOException {
        if (method.equals("PUT")) {
            boolean created = roles.put(name, JSON.readTree(body)) == null;
            return new Reply(200, "{\"role\":{\"created\":" + created + "}}");
        }
        JsonNode stored = method.equals("DELETE") ? roles.remove(name) : roles.get(name);
        return stored == null
                ? new Reply(404, "{}")
                : new Reply(200, JSON.createObjectNode().set(name, stored).toString());
    }
}
