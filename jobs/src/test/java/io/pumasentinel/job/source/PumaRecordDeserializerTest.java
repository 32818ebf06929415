package io.pumasentinel.job.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pumasentinel.event.EventKind;
import io.pumasentinel.event.PumaEvent;
import io.pumasentinel.event.ingest.IngestSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.flink.api.common.functions.util.ListCollector;
import org.apache.flink.util.InstantiationUtil;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PumaRecordDeserializerTest {

    private static final long NOW = PumaLines.millis(10);

    @Test
    void readsARecordAsALineAtItsOffset() throws Exception {
        PumaEvent event = read("puma-access", PumaLines.access(9, "/cart")).get(0);
        assertThat(event.kind()).isEqualTo(EventKind.ACCESS);
        assertThat(event.timestampMillis()).isEqualTo(PumaLines.millis(9));
        assertThat(event.position().id()).isEqualTo("puma-access-2-41");
        assertThat(event.service()).isEqualTo("shop");
        assertThat(event.host()).isEqualTo("web-1");
    }

    @Test
    void takesUnknownTopicsAsTheDefaultService() throws Exception {
        assertThat(read("other", PumaLines.access(9, "/")).get(0).service()).isEqualTo("default");
    }

    @Test
    void leavesLinesWithoutATimeForTheOperatorThatRemembers() throws Exception {
        assertThat(read("puma-access", PumaLines.untimed()).get(0).timestampMillis())
                .isEqualTo(PumaEvent.NO_TIME);
    }

    @Test
    void doesNotBelieveATimeFarAheadOfTheRecord() throws Exception {
        assertThat(read("puma-access", PumaLines.access(10 + 299, "/")).get(0).kind())
                .isEqualTo(EventKind.ACCESS);
        PumaEvent ahead = read("puma-access", PumaLines.access(10 + 301, "/")).get(0);
        assertThat(ahead.kind()).isEqualTo(EventKind.UNPARSED);
        assertThat(ahead.timestampMillis()).isEqualTo(NOW);
    }

    @Test
    void makesNothingOfARecordWithoutAValue() throws Exception {
        assertThat(read("puma-access", null)).isEmpty();
    }

    @Test
    void refusesAnInputThatNamesNoTopicOrGroup() {
        assertThatThrownBy(
                        () ->
                                new KafkaInput(
                                        "k:9092",
                                        List.of(),
                                        "g",
                                        KafkaInput.Start.COMMITTED,
                                        Map.of(),
                                        Map.of()))
                .hasMessageContaining("topics []");
        assertThatThrownBy(
                        () ->
                                new KafkaInput(
                                        "k:9092",
                                        List.of("t"),
                                        " ",
                                        KafkaInput.Start.COMMITTED,
                                        Map.of(),
                                        Map.of()))
                .hasMessageContaining("group ' '");
    }

    private static List<PumaEvent> read(String topic, @Nullable String line) throws Exception {
        var origins = Map.of("puma-access", new TopicOrigin("shop", "web-1"));
        PumaRecordDeserializer deserializer =
                InstantiationUtil.clone(
                        new PumaRecordDeserializer(IngestSettings.defaults(), origins));
        open(deserializer);
        var events = new ArrayList<PumaEvent>();
        deserializer.deserialize(record(topic, line), new ListCollector<>(events));
        return events;
    }

    @SuppressWarnings("NullAway") // The context is not used.
    private static void open(PumaRecordDeserializer deserializer) {
        deserializer.open(null);
    }

    @SuppressWarnings("NullAway") // Kafka does not say that a value may be null.
    private static ConsumerRecord<byte[], byte[]> record(String topic, @Nullable String line) {
        return new ConsumerRecord<>(
                topic,
                2,
                41,
                NOW,
                TimestampType.CREATE_TIME,
                0,
                0,
                null,
                line == null ? null : PumaLines.bytes(line),
                new RecordHeaders(),
                Optional.empty());
    }
}
