package io.pumasentinel.cep.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumasentinel.event.Access;
import io.pumasentinel.event.AuthOutcome;
import io.pumasentinel.event.Entity;
import io.pumasentinel.event.EntityType;
import io.pumasentinel.event.ErrorReport;
import io.pumasentinel.event.Evidence;
import io.pumasentinel.event.Lifecycle;
import io.pumasentinel.event.MetricScore;
import io.pumasentinel.event.Origin;
import io.pumasentinel.event.Position;
import io.pumasentinel.event.PumaEvent;
import io.pumasentinel.event.RequestScore;
import io.pumasentinel.event.SignalSum;
import io.pumasentinel.event.StatsSample;
import io.pumasentinel.event.Unparsed;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class WireTypesTest {
    private static final Origin ORIGIN =
            new Origin("shop", "web-1", Position.ofLine("access.log", 70_000));
    private static final Position RECORD =
            Position.ofRecord("puma", 3, Long.MAX_VALUE).part(Position.MAX_PARTS - 1);

    static List<PumaEvent> events() {
        return List.of(
                PumaEvent.of(ORIGIN, 10_000, access("/a?b", null)),
                PumaEvent.of(ORIGIN, PumaEvent.NO_TIME, access("/käse/\u20ac\ud83d\ude00", "q=1"))
                        .judged(
                                new RequestScore(
                                        0.25, 1, Long.MAX_VALUE, RequestScore.BYTES, 3, 1, 2),
                                List.of("auth.failure", "attack.sqli"),
                                List.of("one", "two", "three")),
                PumaEvent.of(
                        ORIGIN,
                        1,
                        new ErrorReport("rack-app", null, "boom", null, "/", null, "", null, null)),
                PumaEvent.of(ORIGIN, 2, new Lifecycle("boot", -1, 14036, "Booting")),
                PumaEvent.of(
                        ORIGIN,
                        3,
                        new StatsSample(
                                "cluster",
                                1,
                                2,
                                3,
                                4,
                                5,
                                6,
                                7,
                                8,
                                9,
                                10,
                                11,
                                12,
                                13,
                                14,
                                15,
                                0.5,
                                17,
                                -1,
                                Double.NaN,
                                null,
                                List.of(
                                        new MetricScore("backlog", 0.9, 7, 0.5, 0, 2, 10_000),
                                        new MetricScore("cpu", 0.1, 0.2, 0.2, 0, 1, 10_000)))),
                PumaEvent.of(ORIGIN, 4, new Unparsed("empty", "x".repeat(200_000))));
    }

    static List<SignalSum> sums() {
        MetricScore metric =
                new MetricScore("rate", 0.5, 1, 2, Double.NEGATIVE_INFINITY, 4, 10_000);
        List<Evidence> evidence =
                IntStream.range(0, 10).mapToObj(i -> new Evidence(i, RECORD, "line " + i)).toList();
        return List.of(
                sum(new long[0], null, List.of(), null, List.of()),
                sum(
                        LongStream.range(-128, 128).toArray(),
                        "GET /",
                        List.of("192.0.2.1", "2001:db8::1"),
                        metric,
                        evidence));
    }

    @ParameterizedTest
    @MethodSource("events")
    void eventsSurviveARoundTrip(PumaEvent event) throws Exception {
        assertThat(roundTrip(WireTypes.events(), event)).isEqualTo(event);
    }

    @ParameterizedTest
    @MethodSource("sums")
    void sumsSurviveARoundTrip(SignalSum sum) throws Exception {
        assertThat(roundTrip(WireTypes.sums(), sum)).usingRecursiveComparison().isEqualTo(sum);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 127, 128, 16_383, 16_384, Integer.MAX_VALUE})
    void sizesSurviveARoundTrip(int size) throws Exception {
        DataOutputSerializer out = new DataOutputSerializer(8);
        WireText.writeSize(out, size);
        assertThat(WireText.readSize(new DataInputDeserializer(out.getCopyOfBuffer())))
                .isEqualTo(size);
    }

    @Test
    void recordsFollowEachOtherWithoutGaps() throws Exception {
        TypeSerializer<PumaEvent> serializer = serializer(WireTypes.events());
        DataOutputSerializer out = new DataOutputSerializer(64);
        for (PumaEvent event : events()) {
            serializer.serialize(event, out);
        }
        DataInputDeserializer in = new DataInputDeserializer(out.getCopyOfBuffer());
        for (PumaEvent event : events()) {
            assertThat(serializer.deserialize(in)).isEqualTo(event);
        }
        assertThat(in.available()).isZero();
    }

    private static Access access(String path, @Nullable String query) {
        return new Access(
                null,
                "alice",
                "GET",
                path,
                query,
                "HTTP/1.1",
                -1,
                -1,
                Long.MAX_VALUE,
                "GET /{text}",
                AuthOutcome.SUCCESS,
                true,
                false,
                -1,
                "agent",
                null,
                "trace",
                null);
    }

    private static SignalSum sum(
            long[] hashes,
            @Nullable String endpoint,
            List<String> addresses,
            @Nullable MetricScore metric,
            List<Evidence> evidence) {
        return new SignalSum(
                "rule",
                "shop",
                "source.ip",
                "192.0.2.1",
                new Entity(EntityType.SUBNET, "192.0.2.0/24"),
                1_000,
                Long.MAX_VALUE,
                RECORD,
                "user.name",
                hashes,
                hashes.length * -1.25,
                endpoint,
                "web-1",
                addresses,
                metric,
                evidence);
    }

    private static <T> T roundTrip(TypeInformation<T> type, T value) throws Exception {
        DataOutputSerializer out = new DataOutputSerializer(64);
        serializer(type).serialize(value, out);
        return serializer(type).deserialize(new DataInputDeserializer(out.getCopyOfBuffer()));
    }

    private static <T> TypeSerializer<T> serializer(TypeInformation<T> type) {
        return type.createSerializer(new SerializerConfigImpl());
    }
}
