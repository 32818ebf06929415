package io.pumasentinel.cli.kibana;

import java.net.URI;
import java.time.Instant;

/**
 * Addresses of dashboards for a range of time and for the documents of one namespace.
 *
 * <p>Kibana reads its state from the address in Rison; {@code _g} holds the time, {@code _a} the
 * query. The namespace is a part of the index names only, so that the query asks for those. A dash
 * in that query would be escaped by Kibana and then match nothing (tried with 7.10.2): the query
 * names the project and the namespace without one, and takes in a longer namespace that contains
 * this one.
 *
 * @param kibana where the dashboards are
 * @param from the first instant to show
 * @param to the last one
 * @param namespace the {@code <ns>} part of the index names
 */
public record DashboardLink(KibanaConnection kibana, Instant from, Instant to, String namespace) {

    /** The address of one dashboard. */
    public URI of(SavedObject dashboard) {
        String time = "(filters:!(),time:(from:'" + from + "',to:'" + to + "'))";
        String query = "(query:(language:kuery,query:'_index:*puma*" + namespace + "*'))";
        return kibana.inSpaceAt(
                "/app/dashboards#/view/"
                        + Percent.encode(dashboard.id())
                        + "?_g="
                        + Percent.encode(time)
                        + "&_a="
                        + Percent.encode(query));
    }
}
