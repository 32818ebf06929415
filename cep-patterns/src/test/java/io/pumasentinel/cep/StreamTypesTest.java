package io.pumasentinel.cep;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumasentinel.event.AddressCount;
import io.pumasentinel.event.Alert;
import io.pumasentinel.event.AlertPart;
import io.pumasentinel.event.AlertStatus;
import io.pumasentinel.event.AuthOutcome;
import io.pumasentinel.event.DeadLetter;
import io.pumasentinel.event.EndpointWindow;
import io.pumasentinel.event.Finding;
import io.pumasentinel.event.Level;
import io.pumasentinel.event.MetricScore;
import io.pumasentinel.event.PumaEvent;
import io.pumasentinel.event.RequestScore;
import io.pumasentinel.event.SignalSum;
import io.pumasentinel.event.Technique;
import io.pumasentinel.sigma.Bounds;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.java.typeutils.runtime.PojoSerializer;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class StreamTypesTest {
    private static final String ADDRESS = "203.0.113.9";

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

    static List<Object> samples() {
        PumaEvent event =
                Requests.signIn(10_000, 1, ADDRESS, "alice", AuthOutcome.FAILURE)
                        .judged(
                                RequestScore.ofLatency(0.5, 3, 1, 2),
                                List.of("auth.failure"),
                                List.of("sign-in-refused"));
        SignalSum sum = Sums.values("auth-failure", ADDRESS, 100, 7, 1, 2, 3);
        CorrelatorState state = new CorrelatorState();
        List<Object> samples = new ArrayList<>();
        new SlidingCorrelator(Plans.BRUTE_FORCE_THEN_SUCCESS)
                .advance(
                        state,
                        100_000,
                        List.of(Sums.events("auth-failure", ADDRESS, 100, 12, 7)),
                        samples::add);
        samples.addAll(
                List.of(
                        event,
                        sum,
                        state,
                        pendingSum(),
                        new EndpointWindow(
                                "shop",
                                "GET /",
                                0,
                                10_000,
                                5,
                                1,
                                2,
                                512,
                                1,
                                2,
                                3,
                                List.of(new MetricScore("rate", 0.9, 5, 1, 0, 2, 10_000)),
                                List.of(new AddressCount(ADDRESS, 5))),
                        alert(sum),
                        new DeadLetter(
                                "no format",
                                10_000,
                                "shop",
                                "web-1",
                                sum.first(),
                                "???",
                                List.of())));
        return samples;
    }

    @ParameterizedTest
    @MethodSource("samples")
    void survivesARoundTrip(Object sample) throws Exception {
        assertThat(roundTrip(sample)).usingRecursiveComparison().isEqualTo(sample);
    }

    /** A state with everything that is null in others. */
    private static CorrelatorState pendingSum() {
        Bounds bounds = new Bounds(1, 5, Double.POSITIVE_INFINITY, "1 to 5");
        CountingRule rule = Plans.amount("some", 60, Measure.SUM, bounds, "a");
        CorrelatorState state = new CorrelatorState();
        new SlidingCorrelator(new GroupPlan(List.of(rule), List.of(), Set.of()))
                .advance(
                        state,
                        100_000,
                        List.of(Sums.amount("a", ADDRESS, 100, 3, 7, 2.5)),
                        any -> {});
        assertThat(state.counts.get("some"))
                .satisfies(count -> assertThat(count.pending).isNotNull())
                .satisfies(count -> assertThat(count.amounts).isNotNull());
        return state;
    }

    private static Alert alert(SignalSum sum) {
        return new Alert(
                "id",
                1,
                AlertStatus.OPEN,
                "shop",
                sum.entity(),
                "brute-force",
                "Brute force",
                "Many refused sign-ins",
                "credential-access",
                Level.HIGH,
                List.of(new Technique("T1110", "Brute Force", "TA0006", "Credential Access")),
                10_000,
                9_000,
                10_000,
                12,
                null,
                "web-1",
                sum.addresses(),
                null,
                List.of(new AlertPart("brute-force", "Brute force", Level.HIGH, 1, 2, 12)),
                sum.evidence(),
                "12 refused sign-ins",
                true,
                null);
    }

    private static <T> TypeSerializer<T> serializerOf(Class<T> type) {
        Configuration strict = new Configuration();
        strict.set(PipelineOptions.GENERIC_TYPES, false);
        return TypeInformation.of(type).createSerializer(new SerializerConfigImpl(strict));
    }

    private static Object roundTrip(Object value) throws Exception {
        @SuppressWarnings("unchecked") // The serializer of the value's own class.
        TypeSerializer<Object> serializer = (TypeSerializer<Object>) serializerOf(value.getClass());
        DataOutputSerializer out = new DataOutputSerializer(256);
        serializer.serialize(value, out);
        return serializer.deserialize(new DataInputDeserializer(out.getCopyOfBuffer()));
    }
}
