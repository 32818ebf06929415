package io.pumasentinel.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumasentinel.baseline.BaselineSettings;
import io.pumasentinel.baseline.ClientCounts;
import io.pumasentinel.baseline.ClientTally;
import io.pumasentinel.baseline.WorkerModel;
import io.pumasentinel.baseline.WorkerReading;
import io.pumasentinel.event.Alert;
import io.pumasentinel.event.AlertPart;
import io.pumasentinel.event.AlertStatus;
import io.pumasentinel.event.ClientWindow;
import io.pumasentinel.event.Entity;
import io.pumasentinel.event.EntityType;
import io.pumasentinel.event.ErrorReport;
import io.pumasentinel.event.Evidence;
import io.pumasentinel.event.Level;
import io.pumasentinel.event.MetricScore;
import io.pumasentinel.event.Origin;
import io.pumasentinel.event.Position;
import io.pumasentinel.event.PumaEvent;
import io.pumasentinel.event.Technique;
import io.pumasentinel.event.ingest.FailedRequest;
import io.pumasentinel.event.ingest.OpenEntry;
import io.pumasentinel.event.ingest.OpenRequest;
import io.pumasentinel.job.alert.OpenIncident;
import io.pumasentinel.job.score.ClientGroup;
import io.pumasentinel.job.score.ClientSum;
import io.pumasentinel.job.score.EndpointState;
import io.pumasentinel.job.score.OpenWindow;
import io.pumasentinel.job.score.PopulationState;
import io.pumasentinel.job.score.WorkerState;
import io.pumasentinel.job.source.SavedPartition;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.java.typeutils.runtime.PojoSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What keyed and operator state hold: evolvable (no Kryo) and the same after a restart. */
class StreamTypesSerialisationTest {
    private static final Position POSITION = Position.ofRecord("puma-access", 0, 7);

    static List<Object> states() {
        return List.of(
                new EndpointState(),
                endpoint(),
                population(),
                group(),
                client(),
                incident(null),
                incident(new MetricScore("rate", 0.9, 5, 1, 0, 2, 10_000)),
                new WorkerState(1_000, 77, 5_000, 12),
                worker(),
                new SavedPartition(
                        "puma-access-0", 7, 1_000, List.of(), List.of(), List.of(), List.of()),
                new SavedPartition(
                        "puma-access-0",
                        7,
                        1_000,
                        new ArrayList<>(
                                List.of(
                                        new SavedPartition.KnownEndpoints(
                                                "shop",
                                                new ArrayList<>(List.of("GET /", "GET /a"))))),
                        new ArrayList<>(
                                List.of(
                                        new OpenEntry(
                                                failure(),
                                                1_000,
                                                "\nmore",
                                                "\nframe",
                                                new ArrayList<>(List.of("password")),
                                                true,
                                                3))),
                        new ArrayList<>(
                                List.of(new OpenRequest(failure(), 1_000, "users#show", true))),
                        new ArrayList<>(List.of(new FailedRequest(failure(), 1_000)))));
    }

    private static PumaEvent failure() {
        var report =
                new ErrorReport(
                        "rack-app", "RuntimeError", "boom\n", null, null, null, null, null, "id");
        PumaEvent event = PumaEvent.of(new Origin("shop", "web-1", POSITION), 1_000, report);
        return event.without(new ArrayList<>());
    }

    @ParameterizedTest
    @MethodSource("states")
    void everyStateIsStoredFieldByFieldAndComesBackEqual(Object state) throws Exception {
        TypeSerializer<Object> serializer = serializerOf(state);
        assertThat(serializer).isInstanceOf(PojoSerializer.class);
        DataOutputSerializer out = new DataOutputSerializer(256);
        serializer.serialize(state, out);
        Object back = serializer.deserialize(new DataInputDeserializer(out.getCopyOfBuffer()));

        assertThat(back).usingRecursiveComparison().isEqualTo(state);
    }

    @ParameterizedTest
    @MethodSource("states")
    void aCopyIsEqualAndSharesNothingMutable(Object state) {
        Object copy = serializerOf(state).copy(state);

        assertThat(copy).usingRecursiveComparison().isEqualTo(state);
    }

    /** With a judged pool and one under way, so that no number is NaN: NaN equals nothing here. */
    private static WorkerModel worker() {
        WorkerModel model = new WorkerModel();
        for (long millis : new long[] {0, 10_000, 12_000}) {
            model.judge(
                    new WorkerReading(millis, 77, 5, 0.2, 1, 4, 2, 3, millis, 0.5, 1e8),
                    BaselineSettings.defaults());
        }
        return model;
    }

    private static EndpointState endpoint() {
        EndpointState state = new EndpointState();
        OpenWindow window = new OpenWindow();
        window.counts.startMillis = 10_000;
        for (int i = 0; i < 50; i++) {
            window.counts.add(i % 9 == 0 ? 503 : 200, 512, 1_000_000L * i);
            window.counts.detail.add("198.51.100." + i, "GET", 200, "page=1", 1_000_000);
            window.addresses.add("198.51.100." + i % 30);
        }
        state.model.close(window.counts, BaselineSettings.defaults());
        state.ring.push(state.model.requestBaseline(BaselineSettings.defaults()));
        state.open.add(window);
        state.lastEndMillis = 20_000;
        return state;
    }

    private static PopulationState population() {
        PopulationState state = new PopulationState();
        state.model.learn(group().tally(), BaselineSettings.defaults());
        state.lastEndMillis = 20_000;
        return state;
    }

    private static ClientGroup group() {
        ClientCounts counts = new ClientCounts();
        for (int i = 0; i < 40; i++) {
            counts.add(i % 3 == 0 ? 404 : 200, "GET /" + i);
        }
        ClientTally tally = new ClientTally();
        tally.add(counts);
        ClientSum heavy = new ClientSum("shop", "203.0.113.9", 10_000, counts);
        return new ClientGroup("shop", 10_000, tally, new ArrayList<>(List.of(heavy)));
    }

    private static ClientWindow client() {
        var score = new MetricScore("client.errors", 0.9, 1, 0.02, 0, 0.1, 10_000);
        return new ClientWindow(
                "shop", "203.0.113.9", 10_000, 10_000, 40, 38, 3, new ArrayList<>(List.of(score)));
    }

    private static OpenIncident incident(@Nullable MetricScore metric) {
        Alert alert =
                new Alert(
                        "id",
                        1,
                        AlertStatus.OPEN,
                        "shop",
                        new Entity(EntityType.ADDRESS, "203.0.113.9"),
                        "brute-force",
                        "Brute force",
                        "Many refused sign-ins",
                        "credential-access",
                        Level.HIGH,
                        List.of(new Technique("T1110", "Brute Force", "TA0006", "Credential")),
                        10_000,
                        9_000,
                        10_000,
                        12,
                        null,
                        "web-1",
                        List.of("203.0.113.9"),
                        metric,
                        List.of(new AlertPart("brute-force", "Brute", Level.HIGH, 1, 2, 12)),
                        List.of(new Evidence(10_000, POSITION, "POST /users/sign_in 422")),
                        "12 refused sign-ins",
                        true,
                        null);
        return new OpenIncident(alert, 10_999, false, 911_000);
    }

    @SuppressWarnings("unchecked") // The serialiser of the value's own class.
    private static TypeSerializer<Object> serializerOf(Object value) {
        return (TypeSerializer<Object>)
                TypeInformation.of(value.getClass())
                        .createSerializer(new SerializerConfigImpl(JobConfiguration.pipeline()));
    }
}
