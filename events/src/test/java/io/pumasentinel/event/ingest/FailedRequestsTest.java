package io.pumasentinel.event.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumasentinel.event.ErrorReport;
import io.pumasentinel.event.PumaEvent;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class FailedRequestsTest {

    private static final String ID = "36e7220c-1423-43e2-b766-6c8e5de396ca";
    private static final String OTHER = "04512764-4fc1-4abe-88ee-aa3628036260";

    private static String lograge(String id, int second) {
        return "{\"method\":\"GET\",\"path\":\"/boom\",\"controller\":\"ShopController\",\"action\":\"boom\",\"status\":500,\"error\":\"RuntimeError: bad thing\",\"duration\":0.41,\"time\":\"2026-11-21T19:56:%02dZ\",\"ip\":\"203.0.113.7\",\"request_id\":\"%s\"}"
                .formatted(second, id);
    }

    private static String block(String id, String type) {
        return """
        F, [2026-11-21T19:56:34.617462 #8070] FATAL -- : [%1$s]  \s
        [%1$s] %2$s (bad thing):
        [%1$s]  \s
        [%1$s] app.rb:38:in `boom'\
        """
                .formatted(id, type);
    }

    @Test
    void makesOneErrorOfTheRequestsLineAndTheBlockBehindIt() {
        JoinedLines log = JoinedLines.of(lograge(ID, 34) + "\n" + block(ID, "RuntimeError"));

        assertThat(log.events()).hasSize(2);
        assertThat(log.events().get(0).access()).isNotNull();
        ErrorReport error = error(log, 0);
        assertThat(error.action()).isEqualTo("rails-exception");
        assertThat(error.type()).isEqualTo("RuntimeError");
        assertThat(error.message()).isEqualTo("bad thing");
        assertThat(error.method()).isEqualTo("GET");
        assertThat(error.path()).isEqualTo("/boom");
        assertThat(error.clientAddress()).isEqualTo("203.0.113.7");
        assertThat(error.stackTrace()).isEqualTo("app.rb:38:in `boom'");
        assertThat(error.requestId()).isEqualTo(ID);
        assertThat(log.events().get(1).position().id()).isEqualTo("x.log#2");
        assertThat(log.all().size() + log.joined()).isEqualTo(log.lines());
        assertThat(log.waiting()).isZero();
    }

    @Test
    void keepsBothWhereTheIdOrTheClassDiffers() {
        for (String other : List.of(block(OTHER, "RuntimeError"), block(ID, "KeyError"))) {
            JoinedLines log = JoinedLines.of(lograge(ID, 34) + "\n" + other);

            assertThat(actions(log)).containsExactlyInAnyOrder("request-error", "rails-exception");
        }
    }

    @Test
    void takesOneExceptionForOneRequest() {
        String block = block(ID, "RuntimeError");
        JoinedLines log = JoinedLines.of(lograge(ID, 34) + "\n" + block + "\n" + block);

        assertThat(actions(log)).containsExactly("rails-exception", "rails-exception");
        assertThat(error(log, 0).path()).isEqualTo("/boom");
        assertThat(error(log, 1).path()).isNull();
    }

    @Test
    void keepsBothWhereTheExceptionCameFirst() {
        JoinedLines log = JoinedLines.of(block(ID, "RuntimeError") + "\n" + lograge(ID, 34));

        assertThat(actions(log)).containsExactlyInAnyOrder("request-error", "rails-exception");
    }

    @Test
    void waitsFiveSecondsOfEventTimeAndNoLonger() {
        for (int second : List.of(39, 40)) {
            var log = new JoinedLines();
            log.read(lograge(ID, 34));
            log.read(lograge(OTHER, second));
            log.read(block(ID, "RuntimeError"));
            log.end();

            assertThat(actions(log))
                    .containsExactlyInAnyOrder(
                            second == 39
                                    ? new String[] {"rails-exception", "request-error"}
                                    : new String[] {
                                        "request-error", "request-error", "rails-exception"
                                    });
            assertThat(log.waiting()).isZero();
        }
    }

    @Test
    void letsTheErrorGoBeforeTheWatermarkPassesIt() {
        var log = new JoinedLines();
        log.read(lograge(ID, 34));
        long time = log.events().get(0).timestampMillis();
        log.watermark(time - 1);
        assertThat(actions(log)).isEmpty();
        log.watermark(time);
        assertThat(actions(log)).containsExactly("request-error");
        assertThat(log.waiting()).isZero();
    }

    @Test
    void goesOnAfterARestart() {
        var log = new JoinedLines();
        log.read(lograge(ID, 34));
        assertThat(log.waiting()).isEqualTo(1);
        log.restart();
        log.read(block(ID, "RuntimeError"));
        log.end();

        assertThat(actions(log)).containsExactly("rails-exception");
        assertThat(error(log, 0).path()).isEqualTo("/boom");
    }

    @Test
    void keepsAtMostAHundredWaiting() {
        var log = new JoinedLines();
        for (int i = 0; i <= FailedRequests.MAX_OPEN; i++) {
            log.read(lograge("id-%04d-0000-0000".formatted(i), 34));
        }
        assertThat(log.waiting()).isEqualTo(FailedRequests.MAX_OPEN);
        assertThat(actions(log)).containsExactly("request-error");
        assertThat(error(log, 0).requestId()).isEqualTo("id-0000-0000-0000");
    }

    @Test
    void doesNotHoldErrorsWithoutARequestId() {
        var log = new JoinedLines();
        log.read(lograge(ID, 34).replace("\"request_id\"", "\"x\""));
        assertThat(actions(log)).containsExactly("request-error");
    }

    private static List<String> actions(JoinedLines log) {
        return log.events().stream()
                .map(PumaEvent::error)
                .filter(Objects::nonNull)
                .map(ErrorReport::action)
                .toList();
    }

    private static ErrorReport error(JoinedLines log, int number) {
        return log.events().stream()
                .map(PumaEvent::error)
                .filter(Objects::nonNull)
                .toList()
                .get(number);
    }
}
