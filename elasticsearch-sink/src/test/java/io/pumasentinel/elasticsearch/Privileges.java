package io.pumasentinel.elasticsearch;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What Elasticsearch's privileges grant, as far as our roles use them or must not.
 *
 * <p>Source: {@code ClusterPrivilegeResolver} and {@code IndexPrivilege} in the package {@code
 * org.elasticsearch.xpack.core.security.authz.privilege} of elastic/elasticsearch (8.x). Facts that
 * the roles rest on: {@code monitor} shows composable index templates and component templates but
 * no lifecycle policies; {@code create_doc} lets a bulk request create but neither replace nor
 * delete; {@code auto_configure} makes an index by its first document, but not by name and with
 * settings of one's own; {@code index} grants no deletion; lifecycle policies act with the rights
 * of whoever stored them last, so that he needs {@code manage} on the indices.
 */
final class Privileges {

    private static final String AUTO_CREATE = "indices:admin/auto_create";

    /** Action patterns of cluster privileges. */
    static final Map<String, List<String>> CLUSTER =
            Map.ofEntries(
                    entry("all", List.of("cluster:*", "indices:admin/*")),
                    entry("manage", List.of("cluster:*", "indices:admin/*")),
                    entry(
                            "monitor",
                            List.of(
                                    "cluster:monitor/*",
                                    "indices:admin/index_template/get",
                                    "cluster:admin/component_template/get")),
                    entry(
                            "manage_index_templates",
                            List.of(
                                    "indices:admin/template/*",
                                    "indices:admin/index_template/*",
                                    "cluster:admin/component_template/*")),
                    entry("manage_ilm", List.of("cluster:admin/ilm/*")),
                    entry("manage_ingest_pipelines", List.of("cluster:admin/ingest/pipeline/*")),
                    entry(
                            "manage_transform",
                            List.of("cluster:admin/transform/*", "cluster:monitor/transform/*")),
                    entry("manage_slm", List.of("cluster:admin/slm/*")),
                    entry(
                            "read_ilm",
                            List.of(
                                    "cluster:admin/ilm/get",
                                    "cluster:admin/ilm/operation_mode/get")),
                    entry("manage_security", List.of("cluster:admin/xpack/security/*")),
                    entry("read_security", List.of("cluster:admin/xpack/security/role/get")),
                    entry("manage_api_key", List.of("cluster:admin/xpack/security/api_key/*")));

    /** Action patterns of index privileges. */
    static final Map<String, List<String>> INDEX =
            Map.ofEntries(
                    entry("all", List.of("indices:*")),
                    entry("manage", List.of("indices:monitor/*", "indices:admin/*")),
                    entry("read", List.of("indices:data/read/*")),
                    entry("create_doc", List.of("indices:data/write/index:op_type/create")),
                    entry("create", List.of("indices:data/write/index*")),
                    entry(
                            "index",
                            List.of("indices:data/write/index*", "indices:data/write/update*")),
                    entry("delete", List.of("indices:data/write/delete*")),
                    entry("write", List.of("indices:data/write/*")),
                    entry("create_index", List.of("indices:admin/create", AUTO_CREATE)),
                    entry("auto_configure", List.of(AUTO_CREATE)),
                    entry("delete_index", List.of("indices:admin/delete")),
                    entry("maintenance", List.of("indices:admin/refresh*")),
                    entry("monitor", List.of("indices:monitor/*")),
                    entry(
                            "view_index_metadata",
                            List.of("indices:admin/get", "indices:admin/mappings/get")));

    /** Kibana's features with their two levels, of Kibana's list of privileges. */
    static final Set<String> KIBANA =
            Set.of(
                    "feature_indexPatterns.all",
                    "feature_discover.all",
                    "feature_discover.read",
                    "feature_visualize.all",
                    "feature_visualize.read",
                    "feature_dashboard.all",
                    "feature_dashboard.read",
                    "feature_savedObjectsManagement.all");

    private Privileges() {}

    /** Whether a pattern fits; a star stands at its end or nowhere. */
    static boolean fits(String pattern, String text) {
        return pattern.endsWith("*")
                ? text.startsWith(pattern.substring(0, pattern.length() - 1))
                : pattern.equals(text);
    }
}
