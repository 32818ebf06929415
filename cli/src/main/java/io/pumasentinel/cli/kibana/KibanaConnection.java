package io.pumasentinel.cli.kibana;

import io.pumasentinel.elasticsearch.Credentials;
import io.pumasentinel.job.config.ElasticsearchConfig;
import io.pumasentinel.job.config.KibanaConfig;
import io.pumasentinel.job.sink.Connections;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How to reach one space of one Kibana; holds no secret.
 *
 * @param url its address, with its base path if it has one, without a slash at the end
 * @param space the space's identifier; {@value #DEFAULT_SPACE} for the one that every Kibana has
 * @param credentials who asks
 * @param caFile a PEM file of the authorities to trust; null = those of the JVM
 * @param caFingerprint SHA-256 of the authority to trust, in hex; null = not pinned
 */
public record KibanaConnection(
        URI url,
        String space,
        Credentials credentials,
        @Nullable String caFile,
        @Nullable String caFingerprint) {

    /** The space without a part of its own in the address. */
    public static final String DEFAULT_SPACE = "default";

    /** The default space, without credentials, trusting what the JVM trusts. */
    public static KibanaConnection to(String url) {
        return new KibanaConnection(URI.create(url), DEFAULT_SPACE, Credentials.none(), null, null);
    }

    /**
     * The Kibana of a configuration, if it names one.
     *
     * @param elasticsearch whose credentials count where Kibana's block has none: Kibana passes
     *     them on to the same cluster
     */
    public static Optional<KibanaConnection> of(
            KibanaConfig kibana, ElasticsearchConfig elasticsearch) {
        String url = kibana.url();
        if (url == null) {
            return Optional.empty();
        }
        String space = kibana.space();
        return Optional.of(
                new KibanaConnection(
                        URI.create(url),
                        space == null ? DEFAULT_SPACE : space,
                        kibana.authenticates()
                                ? Connections.credentials(kibana)
                                : Connections.credentials(elasticsearch),
                        kibana.caFile(),
                        kibana.caFingerprint()));
    }

    /** The same as another user. */
    KibanaConnection as(Credentials other) {
        return new KibanaConnection(url, space, other, caFile, caFingerprint);
    }

    /** Another space of the same Kibana. */
    KibanaConnection inSpace(String other) {
        return new KibanaConnection(url, other, credentials, caFile, caFingerprint);
    }

    /** The same, trusting the authorities of a PEM file. */
    KibanaConnection trusting(String pemFile) {
        return new KibanaConnection(url, space, credentials, pemFile, null);
    }

    /** The same, trusting the authority with this SHA-256 fingerprint. */
    KibanaConnection pinned(String fingerprint) {
        return new KibanaConnection(url, space, credentials, null, fingerprint);
    }

    /** The address of something that belongs to no space, such as {@code /api/status}. */
    URI at(String path) {
        return URI.create(url + path);
    }

    /** The address of something in the space. */
    URI inSpaceAt(String path) {
        return at(space.equals(DEFAULT_SPACE) ? path : "/s/" + space + path);
    }
}
