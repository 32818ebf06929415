package io.pumasentinel.elasticsearch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells at once whether a cluster will do, before anything is written to it. */
public final class ClusterCheck {

    private static final Pattern VERSION = Pattern.compile("(\\d{1,4})\\.(\\d{1,4})(\\..*)?");
    private static final String NEEDED = "; Elasticsearch 7.10 or newer is needed";

    private ClusterCheck() {}

    /**
     * Asks the cluster who it is; does not wait for it.
     *
     * @return its version
     * @throws IOException if it does not answer, does not let this user in, is too old or another
     *     product, or its licence is not active, without which Elasticsearch tells no health
     */
    public static String of(ElasticsearchConnection connection) throws IOException {
        try (RestCalls calls = new RestCalls(connection.open(1))) {
            String version = version(identity(calls));
            RestCalls.Answer licence = calls.call("GET", "/_license", null);
            String status = licence.json().at("/license/status").asText("active");
            if (licence.isGood() && !status.equals("active")) {
                throw new IOException("licence: not active (got " + status + "); an active one");
            }
            return version;
        }
    }

    /** A node of the server's core alone, like the demo's own, has no front page. */
    private static JsonNode identity(RestCalls calls) throws IOException {
        RestCalls.Answer front = calls.call("GET", "/", null);
        if (front.status() != 405) {
            return front.orThrow("version").json();
        }
        JsonNode nodes = calls.call("GET", "/_nodes/_local", null).orThrow("version").json();
        ObjectNode identity = JsonNodeFactory.instance.objectNode();
        for (JsonNode node : nodes.path("nodes")) {
            identity.putObject("version").put("number", node.path("version").asText());
        }
        return identity;
    }

    private static String version(JsonNode answer) throws IOException {
        String number = answer.at("/version/number").asText("");
        String product = answer.at("/version/distribution").asText("elasticsearch");
        Matcher form = VERSION.matcher(number);
        if (!product.equals("elasticsearch") || !form.matches()) {
            throw new IOException(
                    "not Elasticsearch (got " + product + " " + number + ")" + NEEDED);
        }
        int major = Integer.parseInt(form.group(1));
        if (major < 7 || (major == 7 && Integer.parseInt(form.group(2)) < 10)) {
            throw new IOException("Elasticsearch is too old (got " + number + ")" + NEEDED);
        }
        return number;
    }
}
