package io.pumasentinel.job.score;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumasentinel.baseline.BaselineSettings;
import io.pumasentinel.baseline.EndpointModel;
import io.pumasentinel.baseline.RequestBaseline;
import io.pumasentinel.baseline.WindowCounts;
import io.pumasentinel.event.Access;
import io.pumasentinel.event.RequestDetail;
import io.pumasentinel.event.RequestScore;
import io.pumasentinel.job.AccessBuilder;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Of an endpoint that answers 1 kB in 20 ms after 2 ms in the queue. */
class RequestScoresTest {
    private static final long MILLI = 1_000_000;

    private final RequestBaseline baseline = learned();

    @Test
    void theMostUnusualSpeaksWithItsOwnNumbers() {
        RequestScore large = score(200, 9_000_000, 20, 2);
        assertThat(large.metric()).isEqualTo(RequestScore.BYTES);
        assertThat(large.score()).isGreaterThan(0.9);
        assertThat(large.observed()).isEqualTo(9e6);
        assertThat(large.expected()).isBetween(700.0, 1_400.0);
        assertThat(large.upper()).isBetween(large.expected(), large.observed());
        assertThat(large.expectedNanos()).isBetween(18 * MILLI, 22 * MILLI);

        RequestScore queued = score(200, 1_000, 20, 5_000);
        assertThat(queued.metric()).isEqualTo(RequestScore.QUEUE);
        assertThat(queued.score()).isGreaterThan(0.9);
        assertThat(queued.observed()).isEqualTo(5);
        assertThat(queued.expected()).isBetween(0.001, 0.003);

        RequestScore slow = score(200, 1_000, 20_000, 2);
        assertThat(slow.metric()).isEqualTo(RequestScore.LATENCY);
        assertThat(slow.score()).isGreaterThan(0.9);
        assertThat(slow.observed()).isEqualTo(20);
        assertThat(slow.expected()).isBetween(0.018, 0.022);
    }

    @Test
    void anOrdinaryRequestSpeaksOfItsLatency() {
        RequestScore ordinary = score(200, 1_000, 20, 2);
        assertThat(ordinary.metric()).isEqualTo(RequestScore.LATENCY);
        assertThat(ordinary.score()).isLessThan(0.5);
    }

    @Test
    void aFailureIsNotJudgedByItsLength() {
        assertThat(score(500, 9_000_000, 20, 2).metric()).isEqualTo(RequestScore.LATENCY);
        assertThat(RequestScores.of(baseline, access(500, 9_000_000, -1, -1))).isNull();
    }

    @Test
    void whatIsNotToldIsNotJudged() {
        assertThat(RequestScores.of(baseline, access(200, -1, -1, -1))).isNull();
        RequestScore score =
                Objects.requireNonNull(RequestScores.of(baseline, access(200, -1, -1, 5_000)));
        assertThat(score.metric()).isEqualTo(RequestScore.QUEUE);
        assertThat(score.upperNanos()).isEqualTo(-1);
        assertThat(RequestScores.of(new RequestBaseline(), access(200, 1, 1, 1))).isNull();
    }

    private RequestScore score(int status, long bytes, long millis, long queueMillis) {
        return Objects.requireNonNull(
                RequestScores.of(baseline, access(status, bytes, millis, queueMillis)));
    }

    private static RequestBaseline learned() {
        BaselineSettings settings = BaselineSettings.defaults();
        EndpointModel model = new EndpointModel();
        for (int i = 0; i < 60; i++) {
            WindowCounts window = new WindowCounts();
            window.startMillis = i * 10_000L;
            for (int n = 0; n < 30; n++) {
                window.add(200, 900 + 10 * n, (19 * 15 + n) * MILLI / 15);
                window.detail.add("a", "GET", 200, null, 2 * MILLI);
            }
            model.close(window, settings);
        }
        return model.requestBaseline(settings);
    }

    private static Access access(int status, long bytes, long millis, long queueMillis) {
        RequestDetail detail =
                queueMillis < 0 ? null : new RequestDetail(queueMillis * MILLI, null, null, null);
        return access(status, bytes, millis < 0 ? -1 : millis * MILLI, detail);
    }

    private static Access access(
            int status, long bytes, long nanos, @Nullable RequestDetail detail) {
        return AccessBuilder.request("GET", "/orders")
                .status(status)
                .bytes(bytes)
                .nanos(nanos)
                .detail(detail)
                .build();
    }
}
