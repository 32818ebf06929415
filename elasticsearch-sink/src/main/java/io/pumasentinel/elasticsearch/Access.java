package io.pumasentinel.elasticsearch;

import java.io.IOException;

/** What the user of a client may do, asked of the cluster itself. */
final class Access {

    private Access() {}

    /**
     * Whether the cluster asks who asks.
     *
     * @throws IOException if it does, and refuses the credentials
     */
    static boolean isGuarded(RestCalls calls) throws IOException {
        RestCalls.Answer who = calls.call("GET", "/_security/_authenticate", null);
        if (who.status() == 401) {
            who.orThrow("authenticate");
        }
        return who.isGood() || who.status() == 403;
    }

    /**
     * Whether what writing needs may be installed: by anybody on a cluster without security, else
     * with the privileges for templates, lifecycle policies and pipelines together.
     *
     * @throws IOException if there is no answer or the credentials are refused
     */
    static boolean allowsTemplates(RestCalls calls) throws IOException {
        if (!isGuarded(calls)) {
            return true;
        }
        // Everybody may ask this about himself.
        return calls.call(
                        "POST",
                        "/_security/user/_has_privileges",
                        "{\"cluster\":[\"manage_index_templates\",\"manage_ilm\","
                                + "\"manage_ingest_pipelines\"]}")
                .orThrow("ask for privileges")
                .json()
                .path("has_all_requested")
                .asBoolean();
    }
}
