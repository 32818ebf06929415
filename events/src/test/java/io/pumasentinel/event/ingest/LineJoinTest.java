package io.pumasentinel.event.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumasentinel.event.ErrorReport;
import io.pumasentinel.event.EventKind;
import io.pumasentinel.event.Lifecycle;
import io.pumasentinel.event.PumaEvent;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class LineJoinTest {

    private static final String SQL =
            "2026-11-21 19:35:15 +0000 Rack app (\"GET /e/raise_mlk=v\" - (203.0.113.9)):"
                    + " #<RuntimeError: PG::UndefinedColumn: ERROR:  column \"x\" does not exist\n"
                    + "LINE 1: SELECT x FROM users\n"
                    + "               ^>";
    private static final String DUMP =
            "2026-11-21 19:42:22 +0000 HTTP parse error, malformed request (\"GET /health\" -"
                    + " (5.5.5.5)): #<Puma::HttpParserError: Invalid HTTP format, parsing fails."
                    + " Bad headers\n"
                    + "HOST: a\n"
                    + "COOKIE: _shop_session=s3cr3t\n"
                    + "AUTHORIZATION: Basic Y2Fyb2w6aHVudGVyMg==\n"
                    + "X_FORWARDED_FOR: 5.5.5.5\n"
                    + "BAD Header: 1>";
    private static final String ACCESS =
            "203.0.113.7 - - [21/Nov/2026:19:35:15 +0000] \"GET /x HTTP/1.1\" 200 15 0.0142";

    @Test
    void makesOneEventOfAMessageOfSeveralLines() {
        JoinedLines joined = JoinedLines.of(SQL);
        ErrorReport error = error(joined.events().get(0));
        assertThat(joined.all()).hasSize(1);
        assertThat(joined.joined()).isEqualTo(2);
        assertThat(error.message())
                .isEqualTo(
                        """
                        PG::UndefinedColumn: ERROR:  column "x" does not exist
                        LINE 1: SELECT x FROM users
                                       ^\
                        """);
        assertThat(error.type()).isEqualTo("RuntimeError");
        assertThat(error.clientAddress()).isEqualTo("203.0.113.9");
        assertThat(error.stackTrace()).isNull();
        assertThat(joined.events().get(0).position().index()).isEqualTo(1);
    }

    @Test
    void keepsOfDumpedHeadersTheNamesAlone() {
        JoinedLines joined = JoinedLines.of(DUMP);
        assertThat(joined.all()).hasSize(1);
        assertThat(error(joined.events().get(0)).message())
                .isEqualTo(
                        """
                        Invalid HTTP format, parsing fails. Bad headers
                        HOST: [REDACTED]
                        COOKIE: [REDACTED]
                        AUTHORIZATION: [REDACTED]
                        X_FORWARDED_FOR: [REDACTED]
                        BAD Header: [REDACTED]\
                        """);
        assertThat(joined.events().get(0).redacted()).contains("http.header");
        assertThat(joined.all().toString()).doesNotContain("s3cr3t").doesNotContain("Y2Fyb2w");
    }

    @Test
    void putsFramesBehindAnErrorIntoItsBacktrace() {
        JoinedLines joined =
                JoinedLines.of(
                        "Error in reactor loop escaped: stream closed (IOError)\n"
                                + "/gems/puma/lib/puma/reactor.rb:90:in `select'\n"
                                + "/gems/puma/lib/puma/reactor.rb:77:in 'Puma::Reactor#run'\n"
                                + ACCESS);
        assertThat(joined.all()).hasSize(2);
        PumaEvent event = joined.all().get(0);
        assertThat(error(event).action()).isEqualTo("reactor");
        assertThat(error(event).message()).isEqualTo("stream closed");
        assertThat(error(event).stackTrace())
                .isEqualTo(
                        """
                        /gems/puma/lib/puma/reactor.rb:90:in `select'
                        /gems/puma/lib/puma/reactor.rb:77:in 'Puma::Reactor#run'\
                        """);
    }

    @Test
    void addsTheReasonWhyAWorkerDoesNotStart() {
        JoinedLines joined =
                JoinedLines.of(
                        """
                        [77] ! Unable to start worker
                            /app/config.ru:3:in `block in <main>'
                            /gems/rack/builder.rb:116:in `eval'\
                        """);
        Lifecycle lifecycle = Objects.requireNonNull(joined.events().get(0).lifecycle());
        assertThat(joined.all()).hasSize(1);
        assertThat(lifecycle.action()).isEqualTo("boot-failed");
        assertThat(lifecycle.message())
                .isEqualTo(
                        """
                        ! Unable to start worker
                        /app/config.ru:3:in `block in <main>'
                        /gems/rack/builder.rb:116:in `eval'\
                        """);
    }

    @Test
    void joinsAcrossLinesOfOtherKindsInBetween() {
        String mixed = SQL.replace("\nLINE", "\n" + ACCESS + "\n- Goodbye!\nLINE");
        JoinedLines joined = JoinedLines.of(mixed);
        assertThat(joined.events())
                .extracting(PumaEvent::kind)
                .containsExactly(EventKind.ACCESS, EventKind.LIFECYCLE, EventKind.ERROR);
        assertThat(joined.deadLetters()).isEmpty();
        assertThat(error(joined.events().get(2)).message()).endsWith("users\n               ^");
    }

    @Test
    void joinsAcrossARestartAtAnyLine() {
        List<PumaEvent> expected = JoinedLines.of(DUMP + "\n" + SQL).all();
        String[] lines = (DUMP + "\n" + SQL).split("\n", -1);
        for (int cut = 0; cut < lines.length; cut++) {
            var joined = new JoinedLines();
            for (int i = 0; i < lines.length; i++) {
                if (i == cut) {
                    joined.restart();
                }
                joined.line("web-1", lines[i]);
            }
            joined.end();
            assertThat(joined.all()).as("cut before line %d", cut).isEqualTo(expected);
        }
    }

    @Test
    void keepsHostsApart() {
        var joined = new JoinedLines();
        String[] lines = SQL.split("\n", -1);
        for (String line : lines) {
            joined.line("web-1", line);
            joined.line("web-2", line.replace("users", "carts"));
        }
        joined.end();
        assertThat(joined.all()).hasSize(2);
        assertThat(error(joined.all().get(0)).message()).contains("FROM users\n");
        assertThat(error(joined.all().get(1)).message()).contains("FROM carts\n");
    }

    @Test
    void endsAtTheNextErrorOfTheHost() {
        JoinedLines joined = JoinedLines.of(SQL.substring(0, SQL.indexOf("\nLINE")) + "\n" + SQL);
        assertThat(joined.all()).hasSize(2);
        assertThat(error(joined.all().get(0)).message()).endsWith("does not exist");
        assertThat(error(joined.all().get(1)).message()).contains("LINE 1");
    }

    @Test
    void endsAfterFiveSecondsAndAtTheWatermark() {
        String later = ACCESS.replace("19:35:15", "19:35:21");
        JoinedLines joined = JoinedLines.of(SQL.replace("\nLINE", "\n" + later + "\nLINE"));
        assertThat(joined.events()).hasSize(2);
        assertThat(joined.deadLetters())
                .extracting(line -> line.reason())
                .containsExactly("unrecognised", "continuation");

        var waiting = new JoinedLines();
        waiting.line("web-1", SQL.substring(0, SQL.indexOf('\n')));
        long head = 1_795_289_715_000L;
        waiting.watermark(head - 1);
        assertThat(waiting.all()).isEmpty();
        waiting.watermark(head);
        assertThat(waiting.all()).extracting(PumaEvent::timestampMillis).containsExactly(head);
        assertThat(waiting.waiting()).isZero();
    }

    @Test
    void boundsWhatAStrangerMayAppend() {
        var joined = new JoinedLines();
        joined.line("web-1", SQL.substring(0, SQL.indexOf('\n')));
        for (int i = 0; i < 100_000; i++) {
            joined.line("web-1", "free text " + i);
        }
        joined.end();
        assertThat(joined.events()).hasSize(1);
        assertThat(joined.joined()).isEqualTo(LineJoin.MAX_LINES - 1);
        assertThat(joined.deadLetters()).hasSize(100_000 - LineJoin.MAX_LINES + 1);

        var wide = new JoinedLines();
        wide.line("web-1", SQL.substring(0, SQL.indexOf('\n')));
        for (int i = 0; i < 150; i++) {
            wide.line("web-1", "free text " + "x".repeat(4000));
        }
        wide.end();
        assertThat(error(wide.events().get(0)).message().length())
                .isBetween(60_000, LineJoin.MAX_CHARS + 200);
    }

    @Test
    void holdsNothingBackOfAListenLoop() {
        var joined = new JoinedLines();
        String line =
                "2026-11-21 19:53:45 +0000 Listen loop: #<Errno::EMFILE: Too many open files -"
                        + " accept(2)>";
        for (int i = 0; i < 117_000; i++) {
            joined.line("web-1", line);
            if (joined.waiting() != 0) {
                throw new AssertionError("waits at line " + i);
            }
        }
        assertThat(joined.events()).hasSize(117_000);
    }

    @Test
    void remembersNoMoreThanSixteenHosts() {
        var joined = new JoinedLines();
        for (int host = 0; host < 100; host++) {
            joined.line("web-" + host, SQL.substring(0, SQL.indexOf('\n')));
        }
        assertThat(joined.waiting()).isEqualTo(LineJoin.MAX_OPEN);
        joined.end();
        assertThat(joined.events()).hasSize(100);
        assertThat(joined.waiting()).isZero();
    }

    @Test
    void leavesAContinuationWithoutItsBeginningADeadLetter() {
        JoinedLines joined = JoinedLines.of("    from config.ru:3:in `block'\n" + ACCESS);
        assertThat(joined.deadLetters())
                .singleElement()
                .satisfies(line -> assertThat(line.reason()).isEqualTo("continuation"));
    }

    private static ErrorReport error(PumaEvent event) {
        return Objects.requireNonNull(event.error());
    }
}
