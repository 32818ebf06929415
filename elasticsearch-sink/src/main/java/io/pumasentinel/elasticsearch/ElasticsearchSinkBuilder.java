package io.pumasentinel.elasticsearch;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Describes an {@link ElasticsearchSink}: a connection and a converter are needed, the rest has
 * defaults.
 *
 * @param <T> the stream's type
 */
public final class ElasticsearchSinkBuilder<T> {

    private @Nullable ElasticsearchConnection connection;
    private @Nullable DocumentConverter<T> converter;
    private RejectionHandler rejections = (rejected, status, reason) -> Optional.empty();
    private int batchOperations = 1_000;
    private long batchBytes = 5L << 20;
    private int inFlight = 2;
    private Duration linger = Duration.ofSeconds(1);
    private Backoff backoff = new Backoff(Duration.ofMillis(200), Duration.ofSeconds(10));
    private Duration giveUpAfter = Duration.ofMinutes(15);

    ElasticsearchSinkBuilder() {}

    /** Where to write. */
    public ElasticsearchSinkBuilder<T> connection(ElasticsearchConnection value) {
        connection = value;
        return this;
    }

    /** What to write. */
    public ElasticsearchSinkBuilder<T> converter(DocumentConverter<T> value) {
        converter = value;
        return this;
    }

    /** What to write in place of a rejected document; by default nothing: it is lost. */
    public ElasticsearchSinkBuilder<T> rejected(RejectionHandler value) {
        rejections = value;
        return this;
    }

    /**
     * How large a request gets; by default 1,000 operations and 5 MiB.
     *
     * @param operations at least 1
     * @param bytes at least {@link ElasticsearchSink#MAX_BYTES}
     */
    public ElasticsearchSinkBuilder<T> batch(int operations, long bytes) {
        batchOperations = operations;
        batchBytes = bytes;
        return this;
    }

    /** How many requests of a subtask may wait for answers; by default 2. */
    public ElasticsearchSinkBuilder<T> inFlight(int requests) {
        inFlight = requests;
        return this;
    }

    /** How long a batch may wait to be filled; by default 1 s. */
    public ElasticsearchSinkBuilder<T> linger(Duration longest) {
        linger = longest;
        return this;
    }

    /** How long to wait after a failure: doubled every time; by default 200 ms up to 10 s. */
    public ElasticsearchSinkBuilder<T> backoff(Duration initial, Duration longest) {
        backoff = new Backoff(initial, longest);
        return this;
    }

    /** How long nothing may be taken before the job fails; by default 15 min. */
    public ElasticsearchSinkBuilder<T> giveUpAfter(Duration longest) {
        giveUpAfter = longest;
        return this;
    }

    /**
     * The sink.
     *
     * @throws IllegalStateException if the connection or the converter is missing
     * @throws IllegalArgumentException if a number is out of its range
     */
    public ElasticsearchSink<T> build() {
        if (connection == null || converter == null) {
            throw new IllegalStateException(
                    "Elasticsearch sink: incomplete (got connection "
                            + connection
                            + ", converter "
                            + converter
                            + "); both are needed");
        }
        SinkLimits limits =
                new SinkLimits(batchOperations, batchBytes, inFlight, linger, backoff, giveUpAfter);
        return new ElasticsearchSink<>(connection, converter, rejections, limits);
    }
}
