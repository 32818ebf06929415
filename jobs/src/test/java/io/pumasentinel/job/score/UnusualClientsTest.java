package io.pumasentinel.job.score;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumasentinel.event.ClientWindow;
import io.pumasentinel.event.MetricScore;
import io.pumasentinel.event.PumaEvent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class UnusualClientsTest {
    private static final long WINDOW = 10_000;
    private static final int WARM = 40;
    private static final String ATTACKER = "203.0.113.66";

    @SuppressWarnings("NullAway.Init") // open()
    private ClientsHarness job;

    @BeforeEach
    void open() throws Exception {
        job = new ClientsHarness();
    }

    @AfterEach
    void close() throws Exception {
        job.close();
    }

    @Test
    void tellsOfAClientWhoseRequestsNearlyAllFail() throws Exception {
        windows(0, WARM);
        send(window(WARM, 60));
        end(WARM);

        ClientWindow client = onlyOne();
        assertThat(client.address()).isEqualTo(ATTACKER);
        assertThat(client.startMillis()).isEqualTo(WARM * WINDOW);
        assertThat(client.count()).isEqualTo(60);
        assertThat(client.errors()).isEqualTo(60);
        assertThat(client.scores())
                .filteredOn(score -> score.metric().equals("client.errors"))
                .singleElement()
                .satisfies(score -> assertThat(score.score()).isGreaterThan(0.9))
                .satisfies(score -> assertThat(score.observed()).isEqualTo(1))
                .satisfies(score -> assertThat(score.upper()).isLessThan(0.5));
    }

    @Test
    void aClientBelowTheMinimumVolumeIsNotToldOf() throws Exception {
        windows(0, WARM);
        send(window(WARM, 19));
        end(WARM);
        assertThat(job.unusual()).isEmpty();
    }

    @Test
    void saysNothingWhileThePopulationWarmsUp() throws Exception {
        windows(0, 10);
        send(window(10, 49));
        end(10);
        assertThat(job.unusual()).isEmpty();
    }

    @Test
    void tellsOfABusyClientWithoutAScoreWhileThePopulationWarmsUp() throws Exception {
        windows(0, 10);
        send(window(10, 50));
        end(10);
        assertThat(onlyOne().count()).isEqualTo(50);
        assertThat(onlyOne().scores()).isEmpty();
    }

    @Test
    void theOrderInsideAWindowAndBarriersDoNotMatter() throws Exception {
        windows(0, WARM);
        send(window(WARM, 60));
        end(WARM);
        ClientWindow first = onlyOne();

        ClientsHarness other = new ClientsHarness();
        for (int i = 0; i <= WARM; i++) {
            List<PumaEvent> events = window(i, i == WARM ? 60 : 0);
            Collections.shuffle(events, new Random(i));
            for (PumaEvent event : events) {
                other.send(event);
                if (event.timestampMillis() % 7 == 0) {
                    other.barrier();
                }
            }
            other.watermark((i + 1) * WINDOW);
        }
        assertThat(other.unusual()).containsExactly(first);
        assertThat(other.sums()).isGreaterThan(job.sums());
        other.close();
    }

    @Test
    void aLateRequestIsNotCounted() throws Exception {
        windows(0, WARM);
        send(window(WARM, 60));
        end(WARM);
        int sums = job.sums();
        send(window(WARM, 60));
        end(WARM + 1);
        assertThat(job.sums()).isEqualTo(sums);
        assertThat(job.unusual()).hasSize(1);
    }

    @Test
    void anUnfinishedWindowAtTheEndOfTheInputRaisesNothing() throws Exception {
        windows(0, WARM);
        send(window(WARM, 60));
        job.watermark(Long.MAX_VALUE);
        assertThat(job.unusual()).isEmpty();
        assertThat(job.groupEntries()).isZero();
    }

    @Test
    void aHundredThousandAddressesThatCameOnceLeaveNoState() throws Exception {
        for (int i = 0; i < 100_000; i++) {
            String address = "10." + (i >> 16) + "." + (i >> 8 & 255) + "." + (i & 255);
            job.send(Requests.at(1_000 + i % 8_000, Requests.access(address, 200, 1_000_000)));
        }
        job.watermark(9_000);
        job.watermark(WINDOW);

        assertThat(job.groupEntries()).isZero();
        assertThat(job.groups()).isLessThanOrEqualTo(32);
        assertThat(job.populationEntries()).isEqualTo(1);
        assertThat(job.unusual()).isEmpty();
    }

    @Test
    void stateReturnsToZeroWhenTheServiceIsForgotten() throws Exception {
        windows(0, 3);
        job.watermark(3 * WINDOW + ScoreFunction.FORGET_MILLIS - 1);
        assertThat(job.populationEntries()).isEqualTo(1);
        job.watermark(3 * WINDOW + ScoreFunction.FORGET_MILLIS);
        assertThat(job.populationEntries()).isZero();
        assertThat(job.populationTimers()).isZero();
        assertThat(job.groupEntries()).isZero();
    }

    @Test
    void goesOnWhereItWasSaved() throws Exception {
        windows(0, WARM);
        List<PumaEvent> last = window(WARM, 60);
        send(last.subList(0, last.size() / 2));
        job.barrier();
        ClientsHarness restored = new ClientsHarness(job.groupState(), job.populationState());
        for (PumaEvent event : last.subList(last.size() / 2, last.size())) {
            restored.send(event);
        }
        restored.watermark((WARM + 1) * WINDOW);

        assertThat(restored.unusual())
                .singleElement()
                .satisfies(client -> assertThat(client.count()).isEqualTo(60))
                .satisfies(
                        client ->
                                assertThat(client.scores())
                                        .extracting(MetricScore::metric)
                                        .contains("client.errors"));
        restored.close();
    }

    private ClientWindow onlyOne() {
        assertThat(job.unusual()).hasSize(1);
        return job.unusual().get(0);
    }

    private void windows(int from, int until) throws Exception {
        for (int i = from; i < until; i++) {
            send(window(i, 0));
            end(i);
        }
    }

    private void send(List<PumaEvent> events) throws Exception {
        for (PumaEvent event : events) {
            job.send(event);
        }
    }

    private void end(int window) throws Exception {
        job.watermark((window + 1) * WINDOW);
    }

    /** Thirty ordinary clients with one to six requests, and an attacker whose requests fail. */
    private static List<PumaEvent> window(int window, int attacks) {
        Random random = new Random(window);
        List<PumaEvent> events = new ArrayList<>();
        for (int client = 0; client < 30; client++) {
            int requests = 1 + random.nextInt(6);
            for (int i = 0; i < requests; i++) {
                int status = random.nextInt(50) == 0 ? 404 : 200;
                events.add(at(window, random, "198.51.100." + client, status));
            }
        }
        for (int i = 0; i < attacks; i++) {
            events.add(at(window, random, ATTACKER, 404));
        }
        return events;
    }

    private static PumaEvent at(int window, Random random, String address, int status) {
        long millis = window * WINDOW + random.nextInt((int) WINDOW);
        return Requests.at(millis, Requests.access(address, status, 20_000_000));
    }
}
