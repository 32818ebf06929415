package io.pumasentinel.job.sink;

import java.io.IOException;
import java.io.Serializable;
import java.util.function.Function;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;

/**
 * Writes the documents of one stream to one file, one a line; for {@code analyze}, at parallelism 1
 * in the order in which they arrive.
 *
 * @param <T> the stream's type
 */
public final class NdjsonSink<T> implements Sink<T> {
    private static final long serialVersionUID = 1L;

    /** Serialises a record; made anew for every writer, because buffers are not shared. */
    public interface Serializer<T> extends Function<T, byte[]> {}

    /** Makes serialisers. */
    public interface SerializerFactory<T> extends Serializable {
        Serializer<T> create();
    }

    /** Tells which records are versions of one document; an empty id keeps the record as it is. */
    public interface DocumentId<T> extends Function<T, String>, Serializable {}

    private final String path;
    private final SerializerFactory<T> factory;
    private final DocumentId<T> documentId;

    /**
     * @param path the file; replaced if it exists
     * @param factory makes the serialiser
     * @param documentId equal ids are versions of one document, of which the last is written at the
     *     end; an id of "" keeps the record as it is
     */
    public NdjsonSink(String path, SerializerFactory<T> factory, DocumentId<T> documentId) {
        this.path = path;
        this.factory = factory;
        this.documentId = documentId;
    }

    @Override
    public SinkWriter<T> createWriter(WriterInitContext context) throws IOException {
        return new NdjsonWriter<>(path, factory.create(), documentId);
    }
}
