package io.pumasentinel.elasticsearch;

import java.io.IOException;
import java.io.Serializable;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLContext;
import org.apache.http.HttpHost;
import org.apache.http.HttpRequestInterceptor;
import org.apache.http.HttpResponseInterceptor;
import org.elasticsearch.client.RestClient;
import org.elasticsearch.client.RestClientBuilder;
import org.jspecify.annotations.Nullable;

/**
 * How to reach one Elasticsearch cluster. Holds no secret and may be serialised anywhere.
 *
 * @param hosts URLs such as {@code https://es1:9200} (without a port: 443 or 80), at least one,
 *     with the same path if any
 * @param credentials who asks
 * @param caFile a PEM file of the authorities to trust; null = those of the JVM
 * @param caFingerprint SHA-256 of the authority to trust, 64 hex digits; null = not pinned
 * @param compression whether request bodies are gzipped: less network, more CPU
 * @param answerTimeout how long an answer may take
 */
public record ElasticsearchConnection(
        List<String> hosts,
        Credentials credentials,
        @Nullable String caFile,
        @Nullable String caFingerprint,
        boolean compression,
        Duration answerTimeout)
        implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int CONNECT_TIMEOUT_MILLIS = 5_000;

    /**
     * Checks the URLs.
     *
     * @throws IllegalArgumentException if there is none, or one is no such URL
     */
    public ElasticsearchConnection {
        hosts = List.copyOf(hosts);
        if (hosts.isEmpty()) {
            throw new IllegalArgumentException("hosts: none (got []); give at least one URL");
        }
        hosts.forEach(ElasticsearchConnection::parse);
    }

    /** Without credentials, trusting what the JVM trusts, answers within 60 s. */
    public static ElasticsearchConnection to(String... hosts) {
        return new ElasticsearchConnection(
                List.of(hosts), Credentials.none(), null, null, false, Duration.ofSeconds(60));
    }

    /** The same as another user. */
    public ElasticsearchConnection as(Credentials other) {
        return new ElasticsearchConnection(
                hosts, other, caFile, caFingerprint, compression, answerTimeout);
    }

    /** The same, trusting the authorities of a PEM file. */
    public ElasticsearchConnection trusting(String pemFile) {
        return new ElasticsearchConnection(
                hosts, credentials, pemFile, null, compression, answerTimeout);
    }

    /** The same, trusting the authority with this SHA-256 fingerprint. */
    public ElasticsearchConnection pinned(String fingerprint) {
        return new ElasticsearchConnection(
                hosts, credentials, null, fingerprint, compression, answerTimeout);
    }

    /** The same with gzipped request bodies. */
    public ElasticsearchConnection compressed() {
        return new ElasticsearchConnection(
                hosts, credentials, caFile, caFingerprint, true, answerTimeout);
    }

    /** The same with another limit for answers. */
    public ElasticsearchConnection answeringWithin(Duration timeout) {
        return new ElasticsearchConnection(
                hosts, credentials, caFile, caFingerprint, compression, timeout);
    }

    /**
     * A client with up to {@code connections} connections to each host. It reads the secret anew
     * after every refusal (401) and follows no redirect.
     *
     * @throws IOException if the secret or the CA file cannot be read
     */
    RestClient open(int connections) throws IOException {
        HttpHost[] targets =
                hosts.stream()
                        .map(ElasticsearchConnection::parse)
                        .map(url -> new HttpHost(url.getHost(), url.getPort(), url.getScheme()))
                        .toArray(HttpHost[]::new);
        RestClientBuilder builder =
                RestClient.builder(targets)
                        .setCompressionEnabled(compression)
                        .setRequestConfigCallback(
                                request ->
                                        // A redirect would take the secret to another server.
                                        request.setRedirectsEnabled(false)
                                                .setConnectTimeout(CONNECT_TIMEOUT_MILLIS)
                                                .setSocketTimeout(
                                                        Math.toIntExact(answerTimeout.toMillis())));
        SSLContext tls = ServerTrust.context(caFile, caFingerprint).orElse(null);
        FreshAuthorization authorization = FreshAuthorization.of(credentials);
        builder.setHttpClientConfigCallback(
                http -> {
                    http.setMaxConnPerRoute(connections);
                    http.setMaxConnTotal(connections * targets.length);
                    http.addInterceptorLast((HttpRequestInterceptor) authorization);
                    http.addInterceptorLast((HttpResponseInterceptor) authorization);
                    return tls == null ? http : http.setSSLContext(tls);
                });
        String prefix = parse(hosts.get(0)).getPath();
        return prefix.length() > 1 ? builder.setPathPrefix(prefix).build() : builder.build();
    }

    private static URI parse(String host) {
        URI url;
        try {
            url = URI.create(host);
        } catch (IllegalArgumentException e) {
            throw wrong(host);
        }
        boolean web = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
        if (!web || url.getHost() == null) {
            throw wrong(host);
        }
        if (url.getUserInfo() != null) {
            throw new IllegalArgumentException(
                    "hosts: user and password in the URL of "
                            + url.getHost()
                            + "; give them as credentials, from the environment or a file");
        }
        return url;
    }

    private static IllegalArgumentException wrong(String host) {
        return new IllegalArgumentException(
                "hosts: no URL (got " + host + "); allowed: http://HOST:PORT or https://HOST:PORT");
    }
}
