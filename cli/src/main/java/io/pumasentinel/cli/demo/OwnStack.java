package io.pumasentinel.cli.demo;

import io.pumasentinel.job.config.ElasticsearchConfig;
import io.pumasentinel.job.config.KibanaConfig;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The user's own Elasticsearch, and Kibana if there is one, that the demo replays into. Addresses
 * come from options, everything secret from the environment.
 *
 * @param elasticsearch with the demo's namespace
 * @param kibana without a url if no dashboards are wanted
 */
public record OwnStack(ElasticsearchConfig elasticsearch, KibanaConfig kibana) {
    private static final String ELASTICSEARCH = "PUMA_SENTINEL_ELASTICSEARCH_";
    private static final String KIBANA = "PUMA_SENTINEL_KIBANA_";

    /**
     * Puts addresses and environment together.
     *
     * @param elasticsearch what {@code --elasticsearch} names
     * @param kibana what {@code --kibana} names; null = no dashboards
     * @throws IllegalArgumentException in words for the user if an address is none, holds
     *     credentials, or the credentials contradict each other
     */
    public static OwnStack of(
            String elasticsearch, @Nullable String kibana, Map<String, String> env) {
        String cluster = address("--elasticsearch", elasticsearch);
        KibanaConfig dashboards =
                kibana == null ? KibanaConfig.defaults() : kibana(address("--kibana", kibana), env);
        return new OwnStack(elasticsearch(cluster, env), dashboards);
    }

    private static ElasticsearchConfig elasticsearch(String url, Map<String, String> env) {
        ServerAccess access = ServerAccess.of(ELASTICSEARCH, env);
        ElasticsearchConfig defaults = ElasticsearchConfig.defaults();
        try {
            return new ElasticsearchConfig(
                    List.of(url),
                    DemoConfig.NAMESPACE,
                    access.username(),
                    access.password(),
                    access.apiKey(),
                    access.token(),
                    access.caFile(),
                    access.caFingerprint(),
                    defaults.batchDocuments(),
                    defaults.batchKilobytes(),
                    defaults.linger(),
                    null);
        } catch (IllegalArgumentException e) {
            throw of(ELASTICSEARCH, e);
        }
    }

    private static KibanaConfig kibana(String url, Map<String, String> env) {
        ServerAccess access = ServerAccess.of(KIBANA, env);
        String space = env.getOrDefault(KIBANA + "SPACE", "").strip();
        if (!space.matches("[a-z0-9_-]{0,100}")) {
            throw new IllegalArgumentException(
                    KIBANA
                            + "SPACE: no space's identifier (got "
                            + space
                            + "); lower-case letters, digits, _ and -");
        }
        try {
            return new KibanaConfig(
                    url,
                    space.isEmpty() ? null : space,
                    access.username(),
                    access.password(),
                    access.apiKey(),
                    access.token(),
                    access.caFile(),
                    access.caFingerprint());
        } catch (IllegalArgumentException e) {
            throw of(KIBANA, e);
        }
    }

    private static IllegalArgumentException of(String prefix, IllegalArgumentException e) {
        return new IllegalArgumentException(
                "environment variables " + prefix + "*: " + e.getMessage(), e);
    }

    /** A URL without a slash at its end; what may hold a password is not repeated. */
    private static String address(String option, String text) {
        String allowed = "; a URL like https://host:9200, without user, query and fragment";
        if (text.indexOf('@') >= 0) {
            throw new IllegalArgumentException(
                    option
                            + ": credentials in the URL (got text not shown here)"
                            + allowed
                            + "; --help tells the environment variables for them");
        }
        try {
            URI url = new URI(text);
            boolean web = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
            boolean bare = url.getRawQuery() == null && url.getRawFragment() == null;
            if (!web || url.getHost() == null || url.getPort() > 65_535 || !bare) {
                throw new IllegalArgumentException(
                        option + ": no URL (got " + text + ")" + allowed);
            }
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(option + ": no URL (got " + text + ")" + allowed, e);
        }
        return text.replaceAll("/+$", "");
    }
}
