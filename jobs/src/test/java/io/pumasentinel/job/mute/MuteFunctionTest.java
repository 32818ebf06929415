package io.pumasentinel.job.mute;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumasentinel.event.Entity;
import io.pumasentinel.event.EntityType;
import io.pumasentinel.event.Finding;
import io.pumasentinel.event.Lifecycle;
import io.pumasentinel.event.Origin;
import io.pumasentinel.event.Position;
import io.pumasentinel.event.PumaEvent;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.operators.co.KeyedCoProcessOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MuteFunctionTest {
    private static final long MUTE_SECONDS = 300;

    private KeyedTwoInputStreamOperatorTestHarness<String, Finding, PumaEvent, Finding> harness;

    @BeforeEach
    void open() throws Exception {
        harness =
                new KeyedTwoInputStreamOperatorTestHarness<>(
                        new KeyedCoProcessOperator<>(new MuteFunction(MUTE_SECONDS * 1_000)),
                        Finding::service,
                        PumaEvent::service,
                        Types.STRING);
        harness.open();
    }

    @AfterEach
    void close() throws Exception {
        harness.close();
    }

    @Test
    void holdsBackWhatIsFoundAfterARestartAndNothingElse() throws Exception {
        find("shop", 999);
        restart("shop", 1_000);
        find("shop", 1_000);
        find("shop", 1_299);
        find("other", 1_100);
        find("shop", 1_300);
        watermark(2_000);

        assertThat(passed()).containsExactlyInAnyOrder("shop 999", "other 1100", "shop 1300");
    }

    @Test
    void doesNotDependOnTheOrderInWhichBothCome() throws Exception {
        find("shop", 1_100);
        watermark(990);
        assertThat(passed()).isEmpty();
        restart("shop", 1_050);
        restart("shop", 995);
        find("shop", 1_296);
        watermark(2_000);

        assertThat(passed()).containsExactly("shop 1296");
    }

    @Test
    void isNotMovedByARestartThatComesTooLate() throws Exception {
        watermark(1_200);
        restart("shop", 1_100);
        find("shop", 1_210);
        watermark(2_000);

        assertThat(passed()).containsExactly("shop 1210");
    }

    @Test
    void keepsNothingOnceAllIsOver() throws Exception {
        restart("shop", 1_000);
        find("shop", 1_100);
        watermark(1_300);
        assertThat(harness.numKeyedStateEntries()).isPositive();
        watermark(1_600);
        assertThat(harness.numKeyedStateEntries()).isZero();
        assertThat(harness.numEventTimeTimers()).isZero();
    }

    @Test
    void letsWaitingFindingsPassAtTheEndOfTheInput() throws Exception {
        find("shop", 1_000);
        harness.processBothWatermarks(Watermark.MAX_WATERMARK);
        assertThat(passed()).containsExactly("shop 1000");
        assertThat(harness.numKeyedStateEntries()).isZero();
    }

    private void restart(String service, long second) throws Exception {
        Lifecycle lifecycle = new Lifecycle("phased-restart", -1, -1, "- Starting phased restart");
        Origin origin = new Origin(service, "web-1", Position.ofRecord("puma-error", 0, second));
        harness.processElement2(PumaEvent.of(origin, second * 1_000, lifecycle), second * 1_000);
    }

    private void find(String service, long second) throws Exception {
        Entity entity = new Entity(EntityType.ENDPOINT, "GET /orders");
        Finding finding =
                new Finding(
                        "latency-regression",
                        service,
                        "puma.endpoint",
                        entity.value(),
                        entity,
                        second * 1_000,
                        second * 1_000,
                        2,
                        Position.ofRecord("puma-access", 0, second),
                        entity.value(),
                        "web-1",
                        List.of(),
                        null,
                        List.of(),
                        true,
                        false,
                        false);
        harness.processElement1(finding, second * 1_000);
    }

    private void watermark(long second) throws Exception {
        harness.processBothWatermarks(new Watermark(second * 1_000));
    }

    private List<String> passed() {
        return harness.extractOutputValues().stream()
                .map(f -> f.service() + " " + f.timestampMillis() / 1_000)
                .toList();
    }
}
