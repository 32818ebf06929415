package io.pumasentinel.job.sink;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.apache.flink.api.connector.sink2.SinkWriter;

/** The writer of {@link NdjsonSink}: appends at once, except documents that have versions. */
final class NdjsonWriter<T> implements SinkWriter<T> {
    private final OutputStream out;
    private final Function<T, byte[]> serializer;
    private final Function<T, String> documentId;
    private final Map<String, byte[]> latest = new LinkedHashMap<>();

    NdjsonWriter(String path, Function<T, byte[]> serializer, Function<T, String> documentId)
            throws IOException {
        this.out = new BufferedOutputStream(Files.newOutputStream(Path.of(path)), 1 << 16);
        this.serializer = serializer;
        this.documentId = documentId;
    }

    @Override
    public void write(T element, Context context) throws IOException {
        String id = documentId.apply(element);
        if (id.isEmpty()) {
            line(serializer.apply(element));
        } else {
            latest.put(id, serializer.apply(element));
        }
    }

    @Override
    public void flush(boolean endOfInput) throws IOException {
        if (endOfInput) {
            for (byte[] document : latest.values()) {
                line(document);
            }
            latest.clear();
        }
        out.flush();
    }

    @Override
    public void close() throws IOException {
        out.close();
    }

    private void line(byte[] document) throws IOException {
        out.write(document);
        out.write('\n');
    }
}
