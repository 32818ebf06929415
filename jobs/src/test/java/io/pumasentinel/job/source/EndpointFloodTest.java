package io.pumasentinel.job.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumasentinel.event.Origin;
import io.pumasentinel.event.Position;
import io.pumasentinel.event.PumaEvent;
import io.pumasentinel.event.ingest.AuthSettings;
import io.pumasentinel.event.ingest.IngestSettings;
import io.pumasentinel.event.ingest.LineIngest;
import io.pumasentinel.event.ingest.RawLine;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.runtime.jobgraph.OperatorID;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

/** An attacker invents 600,000 paths, from the line to the key under which requests count. */
@SuppressWarnings("try") // Closing the harness may be interrupted; no test interrupts.
class EndpointFloodTest {

    private static final int URLS = 600_000;
    private static final int MAX_ENDPOINTS = 500;
    private static final long SEED = 20261121;
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz-_.ABC";

    /** Longest template: eight segments of 64 characters, and what stands around them. */
    private static final int LONGEST_TEMPLATE = 8 * 65 + 20;

    private final LineIngest ingest = new LineIngest(IngestSettings.defaults());

    @Test
    void makesNoEndpointOfPathsThatAreNotFound() throws Exception {
        Flood flood = flood(404, URLS / 4);

        assertThat(flood.keys).containsExactlyInAnyOrder("GET /cart", RoutedEndpoint.UNMATCHED);
        assertThat(flood.stateBytes).isLessThan(flood(404, 1).stateBytes + 100);
    }

    /** A catch-all route answers 200 to everything. */
    @Test
    void countsThemUnderOneKeyOnceTheServiceHasItsEndpoints() throws Exception {
        Flood flood = flood(200, URLS);

        assertThat(flood.keys).hasSize(MAX_ENDPOINTS + 1).contains("GET /cart").contains("{other}");
        assertThat(flood.stateBytes).isLessThan(MAX_ENDPOINTS * LONGEST_TEMPLATE);
    }

    /** What came out and what a checkpoint would hold, the types' descriptions among it. */
    private record Flood(Set<String> keys, int stateBytes) {}

    private Flood flood(int status, int urls) throws Exception {
        Random random = new Random(SEED);
        Set<String> keys = new TreeSet<>();
        try (var harness = harness()) {
            harness.open();
            send(harness, keys, 0, "/cart", 200);
            for (int i = 1; i <= urls; i++) {
                send(harness, keys, i, path(random), status);
            }
            send(harness, keys, urls + 1, "/cart", 404);
            byte[] snapshot = bytes(harness);
            return new Flood(keys, snapshot.length);
        }
    }

    private void send(
            OneInputStreamOperatorTestHarness<PumaEvent, PumaEvent> harness,
            Set<String> keys,
            long offset,
            String path,
            int status)
            throws Exception {
        String line =
                "198.51.100.7 - - [21/Nov/2026:19:34:51 +0000] \"GET %s HTTP/1.1\" %d - 0.0010"
                        .formatted(path, status);
        Origin origin = new Origin("shop", "web-1", Position.ofRecord("puma-access", 0, offset));
        List<PumaEvent> events = new ArrayList<>(1);
        ingest.ingest(RawLine.of(line.getBytes(StandardCharsets.US_ASCII), origin), events::add);
        harness.processElement(events.get(0), events.get(0).timestampMillis());
        for (Object out = harness.getOutput().poll();
                out != null;
                out = harness.getOutput().poll()) {
            PumaEvent placed = (PumaEvent) ((StreamRecord<?>) out).getValue();
            keys.add(Objects.requireNonNull(placed.access()).endpoint());
        }
    }

    private static String path(Random random) {
        StringBuilder path = new StringBuilder();
        for (int segments = 1 + random.nextInt(4); segments > 0; segments--) {
            path.append('/');
            for (int i = 3 + random.nextInt(12); i > 0; i--) {
                path.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
            }
        }
        return path.toString();
    }

    private static byte[] bytes(OneInputStreamOperatorTestHarness<PumaEvent, PumaEvent> harness)
            throws Exception {
        var restored = harness.snapshot(1, 1).getManagedOperatorState();
        DataOutputSerializer out = new DataOutputSerializer(1024);
        for (var handle : restored) {
            try (var in = handle.openInputStream()) {
                out.write(in.readAllBytes());
            }
        }
        return out.getCopyOfBuffer();
    }

    private static OneInputStreamOperatorTestHarness<PumaEvent, PumaEvent> harness()
            throws Exception {
        TypeSerializer<PumaEvent> events =
                TypeInformation.of(PumaEvent.class).createSerializer(new SerializerConfigImpl());
        var harness =
                new OneInputStreamOperatorTestHarness<>(
                        new PlaceOperator(MAX_ENDPOINTS, AuthSettings.defaults()),
                        4,
                        1,
                        0,
                        events,
                        new OperatorID(1, 1));
        harness.setup(events);
        return harness;
    }
}
