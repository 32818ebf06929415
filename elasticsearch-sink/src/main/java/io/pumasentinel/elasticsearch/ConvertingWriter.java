package io.pumasentinel.elasticsearch;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.connector.sink2.StatefulSinkWriter;
import org.apache.flink.connector.base.sink.writer.BufferedRequestState;

/**
 * Writes all documents of an element.
 *
 * <p>Flink's own converter gives one request entry for an element. It stands outside the buffering
 * writer here, so that an element may give several operations and each is buffered, sized, retried
 * and rejected by itself.
 */
final class ConvertingWriter<T>
        implements StatefulSinkWriter<T, BufferedRequestState<PendingOperation>> {

    private final DocumentConverter<T> converter;
    private final BulkWriter writer;
    private final List<BulkOperation> documents = new ArrayList<>();

    ConvertingWriter(DocumentConverter<T> converter, BulkWriter writer) {
        this.converter = converter;
        this.writer = writer;
    }

    @Override
    public void write(T element, Context context) throws IOException, InterruptedException {
        documents.clear();
        converter.convert(element, documents::add);
        for (BulkOperation document : documents) {
            writer.write(document, context);
        }
    }

    @Override
    public void flush(boolean endOfInput) throws IOException, InterruptedException {
        writer.flush(endOfInput);
    }

    @Override
    public List<BufferedRequestState<PendingOperation>> snapshotState(long checkpointId)
            throws IOException {
        return writer.snapshotState(checkpointId);
    }

    @Override
    public void close() {
        writer.close();
    }
}
