package io.pumasentinel.elasticsearch;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SupportsWriterState;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.flink.connector.base.sink.writer.BufferedRequestState;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/**
 * Writes the documents of a stream to Elasticsearch, each once in effect.
 *
 * <pre>{@code
 * stream.sinkTo(
 *     ElasticsearchSink.<Request>builder()
 *         .connection(ElasticsearchConnection.to("http://localhost:9200"))
 *         .converter((request, out) -> out.accept(BulkOperation.create(index, id, json)))
 *         .rejected((document, status, reason) -> Optional.of(deadLetter(document, reason)))
 *         .build());
 * }</pre>
 *
 * <p><b>Delivery</b> is at least once, and ids that follow from the input make it once in effect. A
 * conflict (409) means that a document is there already. <b>Refusals that pass</b> (429, 5xx, no
 * connection, missing privileges) are tried again with a growing wait, for ever if need be; the job
 * fails when nothing at all was taken for {@link ElasticsearchSinkBuilder#giveUpAfter}. <b>Refusals
 * for good</b> (other 4xx) go to the {@link RejectionHandler}. While Elasticsearch is down and the
 * buffer is full, the sink blocks its input and checkpoints do not complete: set the job's
 * checkpoint timeout and tolerable failures for that.
 *
 * <p>Buffered operations are part of checkpoints. Metrics: see {@code elasticsearch.written},
 * {@code .alreadyWritten}, {@code .retried}, {@code .rejected}, {@code .deadLettered}, {@code
 * .lost} of the operator. Starts no threads but those of the HTTP client.
 *
 * @param <T> the stream's type
 */
public final class ElasticsearchSink<T>
        implements Sink<T>, SupportsWriterState<T, BufferedRequestState<PendingOperation>> {

    /** The largest document, with its names: 2 MiB. Larger ones are rejected with 413. */
    public static final long MAX_BYTES = 2L << 20;

    private static final long serialVersionUID = 1L;

    private final ElasticsearchConnection connection;
    private final DocumentConverter<T> converter;
    private final RejectionHandler rejections;
    private final SinkLimits limits;

    ElasticsearchSink(
            ElasticsearchConnection connection,
            DocumentConverter<T> converter,
            RejectionHandler rejections,
            SinkLimits limits) {
        this.connection = connection;
        this.converter = converter;
        this.rejections = rejections;
        this.limits = limits;
    }

    /** A sink to be described. */
    public static <T> ElasticsearchSinkBuilder<T> builder() {
        return new ElasticsearchSinkBuilder<>();
    }

    @Override
    public ConvertingWriter<T> createWriter(WriterInitContext context) throws IOException {
        return restoreWriter(context, List.of());
    }

    @Override
    public ConvertingWriter<T> restoreWriter(
            WriterInitContext context, Collection<BufferedRequestState<PendingOperation>> restored)
            throws IOException {
        return new ConvertingWriter<>(
                converter,
                new BulkWriter(
                        context, limits, rejections, connection.open(limits.inFlight()), restored));
    }

    @Override
    public SimpleVersionedSerializer<BufferedRequestState<PendingOperation>>
            getWriterStateSerializer() {
        return new PendingOperationSerializer();
    }
}
