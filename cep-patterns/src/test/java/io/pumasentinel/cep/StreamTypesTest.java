package io.pumasentinel.cep;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumasentinel.event.Alert;
import io.pumasentinel.event.DeadLetter;
import io.pumasentinel.event.EndpointWindow;
import io.pumasentinel.event.Finding;
import io.pumasentinel.event.PumaEvent;
import io.pumasentinel.event.SignalSum;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.java.typeutils.runtime.PojoSerializer;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StreamTypesTest {

    @ParameterizedTest
    @ValueSource(
            classes = {
                PumaEvent.class,
                EndpointWindow.class,
                SignalSum.class,
                Finding.class,
                Alert.class,
                DeadLetter.class,
                CorrelatorState.class
            })
    void everyTypeHasASerializerWithoutGenericTypes(Class<?> type) {
        assertThat(serializerOf(type)).isInstanceOf(PojoSerializer.class);
    }

    @Test
    void sumsAndStateSurviveARoundTrip() throws Exception {
        SignalSum sum = Sums.values("auth-failure", "203.0.113.9", 100, 7, 1, 2, 3);
        assertThat(roundTrip(SignalSum.class, sum)).usingRecursiveComparison().isEqualTo(sum);
        CorrelatorState state = new CorrelatorState();
        new SlidingCorrelator(Plans.BRUTE_FORCE_THEN_SUCCESS)
                .advance(
                        state,
                        100_000,
                        java.util.List.of(Sums.events("auth-failure", "203.0.113.9", 100, 12, 7)),
                        finding -> {});
        assertThat(state.isEmpty()).isFalse();
        assertThat(roundTrip(CorrelatorState.class, state))
                .usingRecursiveComparison()
                .isEqualTo(state);
    }

    private static <T> TypeSerializer<T> serializerOf(Class<T> type) {
        Configuration strict = new Configuration();
        strict.set(PipelineOptions.GENERIC_TYPES, false);
        return TypeInformation.of(type).createSerializer(new SerializerConfigImpl(strict));
    }

    private static <T> T roundTrip(Class<T> type, T value) throws Exception {
        TypeSerializer<T> serializer = serializerOf(type);
        DataOutputSerializer out = new DataOutputSerializer(256);
        serializer.serialize(value, out);
        return serializer.deserialize(new DataInputDeserializer(out.getCopyOfBuffer()));
    }
}
