package io.pumasentinel.cli.kibana;

import java.net.URI;
import java.time.Instant;

/**
 * Addresses of dashboards for a range of time and for the documents of one namespace.
 *
 * <p>Kibana reads its state from the address in Rison; {@code _g} holds time and filters. The
 * namespace is a part of the index names only. A wildcard over {@code _index} in Kibana's query bar
 * finds nothing in 7.10 (dashes are escaped) and fails in 8.19; a filter with Elasticsearch's own
 * wildcard query works in both, and a click takes it away.
 *
 * @param kibana where the dashboards are
 * @param from the first instant to show
 * @param to the last one
 * @param namespace the {@code <ns>} part of the index names
 */
public record DashboardLink(KibanaConnection kibana, Instant from, Instant to, String namespace) {

    /** The address of one dashboard. */
    public URI of(SavedObject dashboard) {
        String filter =
                "('$state':(store:globalState),meta:(alias:'namespace "
                        + namespace
                        + "',disabled:!f,key:query,negate:!f,type:custom),"
                        + "query:(wildcard:(_index:(value:'*-"
                        + namespace
                        + "-*'))))";
        String time = "(from:'" + from + "',to:'" + to + "')";
        return kibana.inSpaceAt(
                "/app/dashboards#/view/"
                        + Percent.encode(dashboard.id())
                        + "?_g="
                        + Percent.encode("(filters:!(" + filter + "),time:" + time + ")"));
    }
}
