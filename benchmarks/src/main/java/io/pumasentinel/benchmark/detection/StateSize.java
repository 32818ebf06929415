package io.pumasentinel.benchmark.detection;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.core.memory.DataOutputSerializer;

/** What a state takes when it is written. */
public final class StateSize {
    private StateSize() {}

    /** As Flink writes a plain object into a checkpoint. */
    public static <T> long ofPojo(T state) {
        @SuppressWarnings("unchecked") // the class of an object of type T
        TypeInformation<T> type = (TypeInformation<T>) TypeInformation.of(state.getClass());
        DataOutputSerializer out = new DataOutputSerializer(4096);
        try {
            type.createSerializer(new SerializerConfigImpl()).serialize(state, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.length();
    }

    /** As Java writes it: with the names of its classes, a small part of a large state. */
    public static long ofSerializable(Serializable state) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(state);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.size();
    }
}
