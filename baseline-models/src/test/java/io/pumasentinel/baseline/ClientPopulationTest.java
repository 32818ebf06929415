package io.pumasentinel.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ClientPopulationTest {
    private static final BaselineSettings SETTINGS = BaselineSettings.defaults();

    private final Random random = new Random(41);
    private final ClientPopulation population = new ClientPopulation();

    @Test
    void saysNothingOfAnybodyBeforeItIsWarm() {
        windows(SETTINGS.warmUpWindows() - 1);
        assertThat(population.judge(client(5_000, 5_000, 60), SETTINGS)).isEmpty();
        windows(1);
        assertThat(population.judge(client(5_000, 5_000, 60), SETTINGS)).hasSize(3);
    }

    @Test
    void needsAHundredClientWindowsHoweverManyWindows() {
        for (int i = 0; i < 40; i++) {
            ClientTally window = new ClientTally();
            window.add(client(3, 0, 2));
            population.learn(window, SETTINGS);
        }
        assertThat(population.judge(client(5_000, 0, 1), SETTINGS)).isEmpty();
    }

    @Test
    void tellsWhoSendsFarMoreRequestsThanTheOthers() {
        windows(60);
        ClientScore flood = score(client(600, 0, 1), ClientMetric.REQUESTS);
        ClientScore busy = score(client(12, 0, 1), ClientMetric.REQUESTS);

        assertThat(flood.score()).isGreaterThan(0.9);
        assertThat(flood.notable()).isTrue();
        assertThat(flood.observed()).isEqualTo(600);
        assertThat(flood.expected()).isBetween(2.0, 6.0);
        assertThat(flood.upper()).isBetween(12.0, 60.0);
        assertThat(busy.score()).isLessThan(0.5);
    }

    @Test
    void tellsWhoFailsFarMoreOftenThanTheOthers() {
        windows(60);
        ClientScore failing = score(client(40, 36, 1), ClientMetric.ERRORS);
        assertThat(failing.score()).isGreaterThan(0.9);
        assertThat(failing.notable()).isTrue();
        assertThat(failing.observed()).isEqualTo(0.9);
        assertThat(failing.expected()).isCloseTo(0.02, within(0.01));
        assertThat(failing.upper()).isBetween(0.05, 0.5);

        ClientScore unlucky = score(client(2, 1, 1), ClientMetric.ERRORS);
        assertThat(unlucky.score()).isLessThan(0.9);
        assertThat(unlucky.notable()).isFalse();
        assertThat(score(client(400, 0, 1), ClientMetric.ERRORS).score()).isZero();
    }

    @Test
    void isUsedToFailuresWhereSomeClientsAlwaysFail() {
        for (int i = 0; i < 60; i++) {
            ClientTally window = window();
            window.add(client(40, 36, 1));
            window.add(client(50, 50, 1));
            population.learn(window, SETTINGS);
        }
        assertThat(score(client(40, 36, 1), ClientMetric.ERRORS).score()).isLessThan(0.8);
    }

    @Test
    void tellsWhoAsksForFarMoreEndpoints() {
        windows(60);
        ClientScore crawler = score(client(64, 0, 64), ClientMetric.ENDPOINTS);
        assertThat(crawler.score()).isGreaterThan(0.8);
        assertThat(crawler.observed()).isEqualTo(64);
        assertThat(score(client(5, 0, 4), ClientMetric.ENDPOINTS).score()).isLessThan(0.5);
    }

    @Test
    void oneAttackerDoesNotBecomeUsualWhileItGoesOn() {
        windows(60);
        for (int i = 0; i < 60; i++) {
            ClientCounts attacker = client(600, 590, 1);
            assertThat(score(attacker, ClientMetric.REQUESTS).score())
                    .as("requests in window %s", i)
                    .isGreaterThan(0.8);
            ClientTally window = window();
            window.add(attacker);
            population.learn(window, SETTINGS);
        }
    }

    @Test
    void staysCalmOverADayOfOrdinaryClients() {
        windows(60);
        int unusual = 0;
        for (int i = 0; i < 8_640; i++) {
            ClientTally window = new ClientTally();
            for (int n = 0; n < 40; n++) {
                ClientCounts client = ordinary();
                if (client.count >= SETTINGS.minimumVolume()) {
                    unusual += unusual(client) ? 1 : 0;
                }
                window.add(client);
            }
            population.learn(window, SETTINGS);
        }
        // Of 350,000 client windows; the rule asks for two of one address within a minute.
        assertThat(unusual).isLessThanOrEqualTo(5);
    }

    @Test
    void sumsOfPartsAreTheSumOfTheWhole() {
        ClientTally whole = new ClientTally();
        ClientTally one = new ClientTally();
        ClientTally other = new ClientTally();
        for (int i = 0; i < 100; i++) {
            ClientCounts client = ordinary();
            whole.add(client);
            (i % 3 == 0 ? one : other).add(client);
        }
        one.merge(other);
        assertThat(one.clients).isEqualTo(whole.clients);
        assertThat(one.squares).isCloseTo(whole.squares, within(1e-9));
        assertThat(one.requests.quantileBin(0.9)).isEqualTo(whole.requests.quantileBin(0.9));
        assertThat(one.requests.total()).isEqualTo(100);
    }

    @Test
    void countsDifferentEndpointsUpToSixtyFourInAnyOrder() {
        DistinctHashes forward = new DistinctHashes();
        DistinctHashes backward = new DistinctHashes();
        for (int i = 0; i < 500; i++) {
            forward.add(Mixing.of(i));
            backward.add(Mixing.of(499 - i));
            assertThat(forward.count()).isEqualTo(Math.min(i + 1, DistinctHashes.MOST));
        }
        forward.merge(backward);
        assertThat(forward.hashes).isEqualTo(backward.hashes);
    }

    private boolean unusual(ClientCounts client) {
        return population.judge(client, SETTINGS).stream()
                .anyMatch(score -> score.notable() && score.score() >= 0.8);
    }

    private ClientScore score(ClientCounts client, ClientMetric metric) {
        List<ClientScore> scores = population.judge(client, SETTINGS);
        return scores.stream().filter(s -> s.metric() == metric).findFirst().orElseThrow();
    }

    private void windows(int count) {
        for (int i = 0; i < count; i++) {
            population.learn(window(), SETTINGS);
        }
    }

    private ClientTally window() {
        ClientTally window = new ClientTally();
        for (int n = 0; n < 40; n++) {
            window.add(ordinary());
        }
        return window;
    }

    /** Log-normal around three requests, one in fifty fails. */
    private ClientCounts ordinary() {
        int count = (int) Math.ceil(3 * Math.exp(0.7 * random.nextGaussian()));
        int errors = 0;
        for (int i = 0; i < count; i++) {
            errors += random.nextInt(50) == 0 ? 1 : 0;
        }
        return client(count, errors, 1 + random.nextInt(Math.min(count, 5)));
    }

    private static ClientCounts client(int count, int errors, int endpoints) {
        ClientCounts client = new ClientCounts();
        for (int i = 0; i < count; i++) {
            client.add(i < errors ? 404 : 200, "GET /" + i % endpoints);
        }
        return client;
    }
}
