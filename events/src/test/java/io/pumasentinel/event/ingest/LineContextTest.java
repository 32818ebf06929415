package io.pumasentinel.event.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumasentinel.event.EventKind;
import io.pumasentinel.event.PumaEvent;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class LineContextTest {

    private static final long NONE = Long.MIN_VALUE;
    private static final long T0 = 1_795_000_000_000L;
    private static final long HOUR = 3_600_000;

    private static final PumaEvent TIMED = Lines.event(Lines.get("/a"));
    private static final PumaEvent UNTIMED = Lines.event("* Restarting...");
    private static final PumaEvent FORGED =
            Lines.event(Lines.request("1.1.1.1 - - \"x", "GET / HTTP/1.1", "200"));

    @Test
    void givesUntimedLinesTheLastTimeOfTheFile() {
        LineContext file = new LineContext(false, NONE);

        assertThat(file.place(UNTIMED, NONE).timestampMillis()).isEqualTo(PumaEvent.NO_TIME);
        file.place(TIMED.at(T0), NONE);
        assertThat(file.place(UNTIMED, NONE).timestampMillis()).isEqualTo(T0);
        assertThat(file.lastMillis()).isEqualTo(T0);
    }

    @Test
    void givesUntimedLinesTheRecordsTimeBeforeTheFirst() {
        LineContext live = new LineContext(true, NONE);

        assertThat(live.place(UNTIMED, T0).timestampMillis()).isEqualTo(T0);
        live.place(TIMED.at(T0 - 7), T0);
        assertThat(live.place(UNTIMED, T0 + 9).timestampMillis()).isEqualTo(T0 - 7);
    }

    @Test
    void refusesALiveTimeMoreThanFiveMinutesAhead() {
        LineContext live = new LineContext(true, NONE);

        assertThat(live.place(TIMED.at(T0 + 300_000), T0).kind()).isEqualTo(EventKind.ACCESS);
        PumaEvent ahead = live.place(TIMED.at(T0 + 300_001 + HOUR), T0 + HOUR);
        assertThat(ahead.kind()).isEqualTo(EventKind.UNPARSED);
        assertThat(ahead.timestampMillis()).isEqualTo(T0 + 300_000);
        assertThat(ahead.access()).isNull();
        assertThat(Objects.requireNonNull(ahead.unparsed()).reason())
                .isEqualTo("time ahead of its record");
        assertThat(Objects.requireNonNull(ahead.unparsed()).line()).contains("GET /a");
        assertThat(live.lastMillis()).isEqualTo(T0 + 300_000);
    }

    @Test
    void followsAJumpInAFileOnlyAfterTwentyAgreeingLines() {
        LineContext file = new LineContext(false, T0);

        for (int i = 0; i < 19; i++) {
            PumaEvent late = TIMED.at(T0 + 3 * HOUR + i);
            assertThat(file.place(late, NONE)).isEqualTo(late);
            assertThat(file.lastMillis()).isEqualTo(T0);
        }
        file.place(TIMED.at(T0 + 3 * HOUR + 19), NONE);
        assertThat(file.lastMillis()).isEqualTo(T0 + 3 * HOUR);
    }

    @Test
    void forgetsAJumpThatTheNextLinesDoNotConfirm() {
        LineContext file = new LineContext(false, T0);

        for (int i = 0; i < 100; i++) {
            file.place(TIMED.at(T0 + 1000 * HOUR), NONE);
            file.place(TIMED.at(T0 + i), NONE);
        }
        assertThat(file.lastMillis()).isEqualTo(T0 + 99);
    }

    @Test
    void movesOnInAFileWithOneLineEveryTwoHours() {
        LineContext file = new LineContext(false, T0);

        for (int i = 1; i <= 200; i++) {
            file.place(TIMED.at(T0 + 2L * i * HOUR), NONE);
        }
        assertThat(file.lastMillis()).isGreaterThan(T0 + 2 * 160 * HOUR);
    }

    @Test
    void neverLetsAForgedLineJumpInAFile() {
        LineContext file = new LineContext(false, T0);

        assertThat(file.place(FORGED.at(T0 + 2 * HOUR), NONE).kind()).isEqualTo(EventKind.UNPARSED);
        assertThat(file.place(FORGED.at(T0 + 1), NONE).kind()).isEqualTo(EventKind.ACCESS);
        assertThat(new LineContext(false, NONE).place(FORGED, NONE).kind())
                .isEqualTo(EventKind.UNPARSED);
    }

    @Test
    void neverGoesBack() {
        LineContext file = new LineContext(false, T0);

        assertThat(file.place(TIMED.at(T0 - HOUR), NONE).timestampMillis()).isEqualTo(T0 - HOUR);
        assertThat(file.lastMillis()).isEqualTo(T0);
    }
}
