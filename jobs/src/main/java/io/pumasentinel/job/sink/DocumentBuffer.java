package io.pumasentinel.job.sink;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Serialises one document after the other to compact JSON bytes, without a map or a tree between.
 *
 * <p>Not thread-safe: one per writer.
 */
final class DocumentBuffer {

    /** Writes one document's fields; the surrounding object is opened and closed by the buffer. */
    interface Fields {
        void write(JsonGenerator json, IsoTime time) throws IOException;
    }

    private final JsonFactory factory =
            JsonFactory.builder().disable(JsonWriteFeature.WRITE_NAN_AS_STRINGS).build();
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
    private final IsoTime time = new IsoTime();

    byte[] document(Fields fields) {
        bytes.reset();
        try (JsonGenerator json = factory.createGenerator(bytes)) {
            json.writeStartObject();
            fields.write(json, time);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory", e);
        }
        return bytes.toByteArray();
    }
}
