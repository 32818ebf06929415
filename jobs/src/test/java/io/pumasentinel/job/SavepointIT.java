package io.pumasentinel.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumasentinel.event.Alert;
import io.pumasentinel.event.AlertPart;
import io.pumasentinel.event.EndpointWindow;
import io.pumasentinel.event.PumaEvent;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * State that earlier versions wrote is read by today's job: that of the first release, and that of
 * an endpoint old enough for a long view. Every release adds a fixture; {@code
 * -Dgolden.rewrite=true} takes the newest one anew:
 *
 * <pre>
 * mvn -pl jobs -am verify -Dtest=None -Dit.test=SavepointIT -Dgolden.rewrite=true
 *     -Dsurefire.failIfNoSpecifiedTests=false -Dfailsafe.failIfNoSpecifiedTests=false
 * </pre>
 */
class SavepointIT {
    private static final String NEWEST = "0.1-blocks";
    private static final int NEWEST_WINDOWS = 420;
    private static final long PATIENCE_NANOS = 120_000_000_000L;

    @TempDir private Path folder = Path.of("");

    @ParameterizedTest
    @ValueSource(strings = {"0.1", NEWEST})
    void todaysJobGoesOnWhereTheSavepointWasTaken(String version) throws Exception {
        Path fixture = Golden.file("savepoints/" + version + "/savepoint.zip");
        if (Golden.writes() && version.equals(NEWEST)) {
            takeSavepoint(fixture);
        }
        assertThat(Files.size(fixture)).isLessThan(300_000);
        Collected told = restored(fixture);

        assertThat(told.of(PumaEvent.class)).hasSize(SavepointStory.after().size());
        incidentGoesOn(told.of(Alert.class));
        endpointIsStillWarm(told);
    }

    /** The sequence needs the failures that were seen before the savepoint. */
    private static void incidentGoesOn(List<Alert> alerts) {
        List<Alert> guesser = alerts.stream().filter(SavepointIT::isOfGuesser).toList();
        assertThat(guesser).isNotEmpty();
        Alert first = guesser.get(0);
        assertThat(first.version()).isGreaterThan(1);
        assertThat(first.parts())
                .extracting(AlertPart::ruleId)
                .contains("brute-force", "brute-force-then-success");
        assertThat(first.evidence()).hasSizeGreaterThan(1);
    }

    private static void endpointIsStillWarm(Collected told) {
        assertThat(told.of(PumaEvent.class))
                .filteredOn(event -> "GET /orders".equals(endpointOf(event)))
                .allSatisfy(event -> assertThat(event.score()).isNotNull());
        assertThat(told.of(EndpointWindow.class))
                .filteredOn(window -> window.p50Nanos() > 1_000_000_000)
                .singleElement()
                .satisfies(
                        window ->
                                assertThat(window.scores())
                                        .filteredOn(s -> s.metric().equals("latency.p95"))
                                        .singleElement()
                                        .satisfies(s -> assertThat(s.score()).isGreaterThan(0.9)));
    }

    private static boolean isOfGuesser(Alert alert) {
        return alert.entity().value().equals(SavepointStory.GUESSER);
    }

    private static String endpointOf(PumaEvent event) {
        return event.access() == null ? "" : event.access().endpoint();
    }

    private Collected restored(Path fixture) throws Exception {
        SavepointFile.unpack(fixture, folder.resolve("restored"));
        Configuration recovery = new Configuration();
        recovery.set(
                StateRecoveryOptions.SAVEPOINT_PATH, folder.resolve("restored").toUri().toString());
        recovery.set(StateRecoveryOptions.SAVEPOINT_IGNORE_UNCLAIMED_STATE, false);
        Collected told = new Collected();
        TestJob.define(new TestSource(SavepointStory.after(), false), told, recovery).execute();
        return told;
    }

    private void takeSavepoint(Path fixture) throws Exception {
        List<PumaEvent> events = SavepointStory.before(NEWEST_WINDOWS);
        Collected told = new Collected();
        JobClient job =
                TestJob.define(new TestSource(events, true), told, new Configuration())
                        .executeAsync();
        await(() -> told.of(PumaEvent.class).size() == events.size());
        await(() -> told.of(Alert.class).stream().anyMatch(SavepointIT::isOfGuesser));
        String savepoint =
                job.triggerSavepoint(
                                folder.resolve("taken").toUri().toString(),
                                SavepointFormatType.CANONICAL)
                        .get();
        job.cancel().get();
        SavepointFile.pack(Path.of(URI.create(savepoint)), fixture);
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited too long").isLessThan(end);
            Thread.sleep(20);
        }
    }
}
