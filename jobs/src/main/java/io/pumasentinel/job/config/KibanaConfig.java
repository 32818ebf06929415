package io.pumasentinel.job.config;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * Where dashboards go. The job itself never asks Kibana; {@code setup} and {@code demo} do.
 *
 * @param url http or https, perhaps with Kibana's base path; null: nothing about Kibana happens,
 *     and then nothing else is set
 * @param space the identifier of the space; null: the default one
 * @param username for basic authentication, with {@code password}; null: another way, or that of
 *     {@link ElasticsearchConfig}
 * @param password with {@code username}
 * @param apiKey the encoded API key; null: another way, or that of {@link ElasticsearchConfig}
 * @param token a bearer token; null: another way, or that of {@link ElasticsearchConfig}
 * @param caFile PEM file of the authority that signed Kibana's certificate; null: the JDK's
 * @param caFingerprint SHA-256 of that authority as 64 lower-case hex digits; null: not pinned
 */
public record KibanaConfig(
        @Nullable String url,
        @Nullable String space,
        @Nullable String username,
        @Nullable Secret password,
        @Nullable Secret apiKey,
        @Nullable Secret token,
        @Nullable String caFile,
        @Nullable String caFingerprint)
        implements Serializable {

    /** At most one way to authenticate and one way to trust, and an address for them. */
    public KibanaConfig {
        OneWay.toAuthenticate(username, password, apiKey, token);
        OneWay.toTrust(caFile, caFingerprint);
        boolean further = space != null || username != null || caFile != null;
        if (url == null && (further || apiKey != null || token != null || caFingerprint != null)) {
            throw new InvalidOption(
                    "url",
                    "missing (got nothing, but other options of kibana); a URL, or no such option");
        }
    }

    /** No Kibana. */
    public static KibanaConfig defaults() {
        return new KibanaConfig(null, null, null, null, null, null, null, null);
    }

    /** Whether it has credentials of its own. */
    public boolean authenticates() {
        return username != null || apiKey != null || token != null;
    }
}
