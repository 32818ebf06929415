package io.pumasentinel.job.config;

import java.io.Serializable;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where documents go and how they are bundled.
 *
 * @param urls http or https, each once; empty if the job writes to no Elasticsearch
 * @param namespace the {@code <ns>} part of every index name
 * @param username for basic authentication, with {@code password}; null: another way or none
 * @param password with {@code username}
 * @param apiKey the encoded API key; null: another way or none
 * @param token a bearer token of a service account; null: another way or none
 * @param caFile PEM file of the authority that signed the server's certificate; null: the JDK's
 * @param caFingerprint SHA-256 of that authority as 64 lower-case hex digits; null: not pinned
 * @param batchDocuments at most so many documents a bulk request
 * @param batchKilobytes at most so many KiB a bulk request
 * @param linger a bulk request waits at most so long to fill
 * @param snapshotRepository where {@code setup} has snapshots taken; null: none are
 */
public record ElasticsearchConfig(
        List<String> urls,
        String namespace,
        @Nullable String username,
        @Nullable Secret password,
        @Nullable Secret apiKey,
        @Nullable Secret token,
        @Nullable String caFile,
        @Nullable String caFingerprint,
        int batchDocuments,
        int batchKilobytes,
        Duration linger,
        @Nullable String snapshotRepository)
        implements Serializable {

    static final Range<Integer> BATCH_DOCUMENTS = new Range<>(1, 10_000);
    static final Range<Integer> BATCH_KILOBYTES = new Range<>(1, 65_536);
    static final Range<Duration> LINGER = new Range<>(Duration.ofMillis(10), Duration.ofMinutes(1));

    /** At most one way to authenticate and one way to trust. */
    public ElasticsearchConfig {
        urls = List.copyOf(urls);
        BATCH_DOCUMENTS.check("batch-documents", batchDocuments);
        BATCH_KILOBYTES.check("batch-kilobytes", batchKilobytes);
        LINGER.check("linger", linger);
        OneWay.toAuthenticate(username, password, apiKey, token);
        OneWay.toTrust(caFile, caFingerprint);
    }

    /** No urls, no authentication, bulk requests of 1,000 documents or 5 MiB. */
    public static ElasticsearchConfig defaults() {
        return new ElasticsearchConfig(
                List.of(),
                "default",
                null,
                null,
                null,
                null,
                null,
                null,
                1_000,
                5_120,
                Duration.ofSeconds(1),
                null);
    }
}
