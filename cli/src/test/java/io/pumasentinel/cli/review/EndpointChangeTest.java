package io.pumasentinel.cli.review;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Where a difference begins to count. */
class EndpointChangeTest {

    @Test
    void takesTwiceOrHalfAsManyOfAHundredRequestsForAChange() {
        assertThat(change(traffic(100, 0, 1), traffic(50, 0, 1)).words())
                .isEqualTo("requests × 2.0");
        assertThat(change(traffic(50, 0, 1), traffic(100, 0, 1)).words())
                .isEqualTo("requests ÷ 2.0");
        assertThat(change(traffic(99, 0, 1), traffic(10, 0, 1)).size()).isZero();
        assertThat(change(traffic(199, 0, 1), traffic(100, 0, 1)).size()).isZero();
    }

    @Test
    void takesNoChanceForAFailingEndpoint() {
        // 1 % against 2 %: of 1000 requests each chance, of 10,000 not.
        assertThat(change(traffic(1000, 20, 1), traffic(1000, 10, 1)).failsOtherwise()).isFalse();
        assertThat(change(traffic(10_000, 200, 1), traffic(10_000, 100, 1)).words())
                .isEqualTo("5xx +1.0 points");
        assertThat(change(traffic(10_000, 100, 1), traffic(10_000, 200, 1)).isWorse()).isFalse();
        assertThat(change(traffic(100, 9, 1), traffic(100, 0, 1)).failsOtherwise()).isFalse();
        assertThat(change(traffic(10_000, 199, 1), traffic(10_000, 100, 1)).failsOtherwise())
                .isFalse();
    }

    @Test
    void takesHalfAsMuchAgainAndTwentyMillisecondsForSlower() {
        assertThat(change(traffic(100, 0, 0.09), traffic(100, 0, 0.06)).words())
                .isEqualTo("p95 × 1.5");
        assertThat(change(traffic(100, 0, 0.04), traffic(100, 0, 0.06)).isSlower()).isFalse();
        assertThat(change(traffic(100, 0, 0.03), traffic(100, 0, 0.011)).size()).isZero();
        assertThat(change(traffic(99, 0, 0.5), traffic(100, 0, 0.1)).size()).isZero();
        assertThat(change(traffic(100, 0, Double.NaN), traffic(100, 0, 0.1)).size()).isZero();
    }

    @Test
    void tellsComingAndGoingFromTwentyRequestsOn() {
        assertThat(change(traffic(20, 0, 1), EndpointTraffic.NONE).words()).isEqualTo("new");
        assertThat(change(EndpointTraffic.NONE, traffic(20, 0, 1)).words()).isEqualTo("gone");
        assertThat(change(traffic(19, 0, 1), EndpointTraffic.NONE).size()).isZero();
        assertThat(change(EndpointTraffic.NONE, traffic(19, 0, 1)).size()).isZero();
    }

    private static EndpointChange change(EndpointTraffic now, EndpointTraffic before) {
        return new EndpointChange(now, before);
    }

    private static EndpointTraffic traffic(double requests, double failed, double p95) {
        return new EndpointTraffic(requests, failed, p95, p95);
    }
}
