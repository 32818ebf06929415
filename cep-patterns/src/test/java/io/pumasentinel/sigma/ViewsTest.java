package io.pumasentinel.sigma;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumasentinel.event.AddressCount;
import io.pumasentinel.event.EndpointWindow;
import io.pumasentinel.event.ErrorReport;
import io.pumasentinel.event.Lifecycle;
import io.pumasentinel.event.MetricScore;
import io.pumasentinel.event.Origin;
import io.pumasentinel.event.Position;
import io.pumasentinel.event.PumaEvent;
import io.pumasentinel.event.RequestScore;
import io.pumasentinel.event.StatsSample;
import io.pumasentinel.event.Unparsed;
import java.util.List;
import org.junit.jupiter.api.Test;

class ViewsTest {
    private static final Origin ORIGIN =
            new Origin("shop", "web-1", Position.ofLine("access.log", 7));
    private static final long TIME = 1_795_295_478_000L;

    @Test
    void aRequestShowsItsFieldsAndOneLineOfEvidence() {
        EventView view = Rules.request("192.0.2.7", "/users/42?tab=orders", 200, null);
        assertThat(view.source()).isEqualTo(LogSource.WEBSERVER);
        assertThat(view.text(Field.SOURCE_SUBNET)).isEqualTo("192.0.2.0/24");
        assertThat(view.text(Field.URI)).isEqualTo("/users/42?tab=orders");
        assertThat(view.text(Field.DECODED)).isSameAs(view.text(Field.DECODED));
        assertThat(view.text(Field.FORGED)).isEqualTo("false");
        assertThat(view.text(Field.AUTH_OUTCOME)).isNull();
        assertThat(view.number(Field.STATUS)).isEqualTo(200);
        assertThat(view.number(Field.BODY_BYTES)).isNaN();
        assertThat(view.number(Field.ANOMALY_SCORE)).isNaN();
        assertThat(view.sample()).isEqualTo("192.0.2.7 \"GET /users/42?tab=orders\" 200 0.0123s");
        assertThat(view.addresses()).containsExactly("192.0.2.7");
        assertThat(view.metric()).isNull();
    }

    @Test
    void aScoredRequestShowsItsScore() {
        EventView view = Rules.get("/");
        assertThat(view.text(Field.ANOMALY_METRIC)).isNull();
        PumaEvent event =
                PumaEvent.of(ORIGIN, TIME, new Lifecycle("boot", -1, 3, "x"))
                        .judged(RequestScore.ofLatency(0.7, 3, 1, 2), List.of(), List.of());
        assertThat(Views.of(event).number(Field.ANOMALY_SCORE)).isNaN();
    }

    @Test
    void evidenceIsOneLineOfAtMost512Characters() {
        EventView view = Rules.request(null, "/" + "😀".repeat(600) + "\n", 404, null);
        assertThat(view.sample())
                .hasSizeLessThanOrEqualTo(512)
                .startsWith("- \"GET /")
                .endsWith("…");
        assertThat(view.sample()).doesNotContain("\n");
        char last = view.sample().charAt(view.sample().length() - 2);
        assertThat(Character.isHighSurrogate(last)).isFalse();
        assertThat(view.addresses()).isEmpty();
    }

    @Test
    void anErrorShowsWhatWasDoneAndToWhom() {
        ErrorReport error =
                new ErrorReport(
                        "rack-app",
                        "RuntimeError",
                        "boom",
                        "GET",
                        "/boom",
                        "192.0.2.9",
                        "GET /boom",
                        null,
                        null);
        EventView view = Views.of(PumaEvent.of(ORIGIN, TIME, error));
        assertThat(view.source()).isEqualTo(LogSource.ERROR);
        assertThat(view.text(Field.ERROR_ACTION)).isEqualTo("rack-app");
        assertThat(view.text(Field.ERROR_TYPE)).isEqualTo("RuntimeError");
        assertThat(view.text(Field.ENDPOINT)).isEqualTo("GET /boom");
        assertThat(view.text(Field.HOST)).isEqualTo("web-1");
        assertThat(view.sample()).isEqualTo("192.0.2.9 \"GET /boom\" rack-app RuntimeError: boom");
    }

    @Test
    void repeatsOfOneCheckInAreOneSample() {
        StatsSample stats = sample();
        EventView view = Views.of(PumaEvent.of(ORIGIN, TIME + 2_000, stats));
        EventView repeat = Views.of(PumaEvent.of(ORIGIN, TIME + 3_000, stats));
        assertThat(view.text(Field.SAMPLE)).isEqualTo(repeat.text(Field.SAMPLE));
        assertThat(view.number(Field.BACKLOG)).isEqualTo(12);
        assertThat(view.number(Field.UTILIZATION)).isEqualTo(3.4);
        assertThat(view.number(Field.BACKLOG_MAX)).isNaN();
        assertThat(view.number(Field.BOOTED_SHARE)).isEqualTo(0.5);
        assertThat(view.sample())
                .isEqualTo("web-1 worker 1 backlog 12, busy 17 of 5 threads, pool_capacity 0");
    }

    @Test
    void aSampleGivesAViewForEachScoreTheMostUnusualFirst() {
        MetricScore calm = new MetricScore("cpu", 0.1, 0.2, 0.2, 0, 1, 10_000);
        MetricScore full = new MetricScore("utilization", 0.9, 12.2, 0.2, 0, 0.9, 10_000);
        StatsSample stats = sample().scored(3.5, List.of(calm, full));
        List<EventView> views = Views.all(PumaEvent.of(ORIGIN, TIME, stats));
        assertThat(views).extracting(EventView::metric).containsExactly(full, calm);
        EventView view = views.get(0);
        assertThat(view.source()).isEqualTo(LogSource.STATS);
        assertThat(view.text(Field.ANOMALY_METRIC)).isEqualTo("utilization");
        assertThat(view.number(Field.ANOMALY_SCORE)).isEqualTo(0.9);
        assertThat(view.number(Field.ANOMALY_OBSERVED)).isEqualTo(12.2);
        assertThat(view.number(Field.ANOMALY_EXPECTED)).isEqualTo(0.2);
        assertThat(view.number(Field.REQUEST_RATE)).isEqualTo(3.5);
        assertThat(view.text(Field.WORKER)).isEqualTo("1");
        assertThat(view.number(Field.RSS_BYTES)).isNaN();
        assertThat(view.sample())
                .isEqualTo(
                        "web-1 worker 1 backlog 12, busy 17 of 5 threads, pool_capacity 0,"
                                + " utilization 12.2000 (expected 0.2000, upper 0.9000)");
    }

    @Test
    void aSampleWithoutScoresGivesOneView() {
        List<EventView> views = Views.all(PumaEvent.of(ORIGIN, TIME, sample()));
        assertThat(views).singleElement().extracting(EventView::metric).isNull();
        assertThat(views.get(0).number(Field.ANOMALY_SCORE)).isNaN();
    }

    @Test
    void aWindowGivesAViewForEachScoredMetric() {
        MetricScore rate = new MetricScore("rate", 0.99, 24.5, 2, 0.5, 6, 10_000);
        MetricScore p95 = new MetricScore("latency.p95", 0.2, 0.03, 0.02, 0, 0.05, 10_000);
        List<EventView> views = Views.of(window(List.of(rate, p95)));
        assertThat(views).extracting(EventView::metric).containsExactly(rate, p95);
        EventView view = views.get(0);
        assertThat(view.source()).isEqualTo(LogSource.WINDOW);
        assertThat(view.timestampMillis()).isEqualTo(TIME + 9_999);
        assertThat(view.host()).isEmpty();
        assertThat(view.text(Field.WINDOW_START)).isEqualTo("2026-11-21T21:11:18Z");
        assertThat(view.number(Field.ANOMALY_FACTOR)).isEqualTo(12.25);
        assertThat(view.number(Field.WINDOW_RATE)).isEqualTo(24.5);
        assertThat(view.number(Field.WINDOW_5XX_RATIO)).isEqualTo(49.0 / 245);
        assertThat(view.number(Field.WINDOW_P50)).isEqualTo(0.02);
        assertThat(view.number(Field.WINDOW_P99)).isNaN();
        assertThat(view.sample())
                .isEqualTo("GET / 245 requests, rate 24.5000 (expected 2, upper 6)");
        assertThat(view.addresses()).containsExactly("192.0.2.7", "192.0.2.8");
        assertThat(view.position()).isEqualTo(views.get(1).position());
    }

    @Test
    void aWindowWithoutScoresStillGivesOneView() {
        assertThat(Views.of(window(List.of())))
                .singleElement()
                .satisfies(view -> assertThat(view.metric()).isNull())
                .satisfies(view -> assertThat(view.text(Field.ANOMALY_METRIC)).isNull())
                .satisfies(view -> assertThat(view.number(Field.WINDOW_COUNT)).isEqualTo(245));
    }

    @Test
    void aLineThatNobodyUnderstoodHasItsReasonAndItself() {
        PumaEvent event = PumaEvent.of(ORIGIN, TIME, new Unparsed("unrecognised", "a\nb"));
        EventView view = Views.of(event);
        assertThat(view.source()).isEqualTo(LogSource.UNPARSED);
        assertThat(LogSource.of(event.kind())).contains(LogSource.UNPARSED);
        assertThat(view.text(Field.UNPARSED_REASON)).isEqualTo("unrecognised");
        assertThat(view.text(Field.UNPARSED_LINE)).isEqualTo("a\nb");
        assertThat(view.text(Field.HOST)).isEqualTo("web-1");
        assertThat(view.text(Field.PATH)).isNull();
        assertThat(view.number(Field.STATUS)).isNaN();
        assertThat(view.addresses()).isEmpty();
        assertThat(view.sample()).startsWith("web-1 unrecognised: a");
    }

    @Test
    void fieldsKnowTheirNamesAndKinds() {
        for (Field field : Field.values()) {
            assertThat(field.names()).allMatch(name -> Field.named(name).orElseThrow() == field);
            assertThat(field.sources()).isNotEmpty();
        }
        assertThat(Field.named("SOURCE.IP")).isEmpty();
    }

    private static StatsSample sample() {
        return new StatsSample(
                "cluster",
                1,
                14036,
                TIME,
                0,
                12,
                5,
                0,
                17,
                5,
                99,
                -1,
                -1,
                2,
                1,
                0,
                Double.NaN,
                -1,
                -1,
                Double.NaN,
                null);
    }

    private static EndpointWindow window(List<MetricScore> scores) {
        return new EndpointWindow(
                "shop",
                "GET /",
                TIME,
                10_000,
                245,
                0,
                49,
                -1,
                20_000_000,
                30_000_000,
                -1,
                scores,
                List.of(new AddressCount("192.0.2.7", 200), new AddressCount("192.0.2.8", 45)));
    }
}
