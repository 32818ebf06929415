package io.pumasentinel.event.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumasentinel.event.ErrorReport;
import io.pumasentinel.event.PumaEvent;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ErrorLineTest {

    private static final String TIME = "2026-11-21 19:35:18 +0000 ";

    @Test
    void readsAnErrorOfTheAppWithItsRequest() {
        String line =
                TIME
                        + "Rack app (\"GET /boom?id=3\" - (203.0.113.9, 10.0.0.1)): #<RuntimeError:"
                        + " boom: unhandled in the app>";

        assertThat(Lines.event(line).timestampMillis())
                .isEqualTo(Instant.parse("2026-11-21T19:35:18Z").toEpochMilli());
        assertThat(Lines.error(line))
                .isEqualTo(
                        new ErrorReport(
                                "rack-app",
                                "RuntimeError",
                                "boom: unhandled in the app",
                                "GET",
                                "/boom?id=3",
                                "203.0.113.9",
                                "GET /boom",
                                null,
                                null));
    }

    @Test
    void keepsTheGluedQueryOfPuma5() {
        ErrorReport error =
                Lines.error(
                        TIME + "Rack app (\"GET /logintoken=abc\" - (-)): #<Timeout::Error: late>");

        assertThat(error.path()).isEqualTo("/logintoken=[REDACTED]");
        assertThat(error.type()).isEqualTo("Timeout::Error");
        assertThat(error.clientAddress()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            nullValues = "null",
            value = {
                "HTTP parse error, malformed request: #<Puma::HttpParserError: Invalid HTTP format,"
                        + " parsing fails.>|parse-error|Puma::HttpParserError|null|null",
                "HTTP parse error, malformed request (\"GET /healtha=1\" - (5.5.5.5)):"
                        + " #<Puma::HttpParserError:"
                        + " Invalid>|parse-error|Puma::HttpParserError|GET|5.5.5.5",
                "HTTP parse error, malformed request (\"GET \" - (-)): #<Puma::HttpParserError: Bad"
                        + " path /x\"y>|parse-error|Puma::HttpParserError|GET|null",
                "HTTP parse error, malformed request (\"GET /%s\" - (-)): #<Puma::HttpParserError:"
                        + " Invalid HTTP format, parsing fails. Bad"
                        + " headers|parse-error|Puma::HttpParserError|GET|null",
                "HTTP parse error, malformed request (\"PRI \" - (-)): #<Puma::HttpParserError501:"
                    + " PRI method is not supported>|parse-error|Puma::HttpParserError501|PRI|null",
                "SSL error, peer: 127.0.0.1, peer cert: : #<Puma::MiniSSL::SSLError: HTTP"
                        + " connection?>|ssl-error|Puma::MiniSSL::SSLError|null|127.0.0.1",
                "Read: #<RuntimeError: in body>|read|RuntimeError|null|null",
                "Listen loop: #<Errno::EMFILE: Too many open files -"
                        + " accept(2)>|listen-loop|Errno::EMFILE|null|null",
                "Exception handling servers: #<IOError: closed"
                        + " stream>|handle-servers|IOError|null|null",
                "Rack app (\"GET /e/sleept=9\" - (198.51.100.4)):"
                    + " #<Puma::ThreadPool::ForceShutdown:"
                    + " Puma::ThreadPool::ForceShutdown>|rack-app|Puma::ThreadPool::ForceShutdown|GET|198.51.100.4",
            })
    void readsEveryTimedError(
            String text, String action, String type, String method, String address) {
        ErrorReport error = Lines.error(TIME + text);

        assertThat(error.action()).isEqualTo(action);
        assertThat(error.type()).isEqualTo(type);
        assertThat(error.method()).isEqualTo(method);
        assertThat(error.clientAddress()).isEqualTo(address);
    }

    @Test
    void doesNotLetAForwardedHeaderNameTheError() {
        ErrorReport error =
                Lines.error(
                        TIME
                                + "Rack app (\"GET /a\" - (1.1.1.1)): #<Fake: x, 203.0.113.9)):"
                                + " #<RuntimeError: real>");

        assertThat(error.type()).isEqualTo("RuntimeError");
        assertThat(error.clientAddress()).isEqualTo("203.0.113.9");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "null",
            value = {
                "Error reached top of thread-pool: in handler"
                        + " (RuntimeError)|thread-pool|RuntimeError|in handler",
                "Exception calling out_of_band_hook: oob (RuntimeError)|hook|RuntimeError|oob",
                "WARNING before_thread_start hook failed with exception (RuntimeError)"
                    + " ts|hook|RuntimeError|WARNING before_thread_start hook failed with exception"
                    + " (RuntimeError) ts",
                "WARNING hook before_worker_boot failed with exception (RuntimeError)"
                    + " wb|hook|RuntimeError|WARNING hook before_worker_boot failed with exception"
                    + " (RuntimeError) wb",
                "Error in reactor loop escaped: stream closed (IOError)|reactor|IOError|stream"
                        + " closed",
                "Unsupported HTTP method used: PRI|unsupported-method|null|Unsupported HTTP method"
                        + " used: PRI",
            })
    void readsErrorsWithoutATime(String line, String action, String type, String message) {
        ErrorReport error = Lines.error(line);

        assertThat(Lines.event("[17] " + line).error()).isEqualTo(error);
        assertThat(Lines.event(line).timestampMillis()).isEqualTo(PumaEvent.NO_TIME);
        assertThat(error.action()).isEqualTo(action);
        assertThat(error.type()).isEqualTo(type);
        assertThat(error.message()).isEqualTo(message);
    }

    @Test
    void showsBytesAndColoursOfAMessageAsText() {
        String line = TIME + "Read: #<RuntimeError: bad \u00e9\u00ff \u001b[31mred\u001b[0m>";

        assertThat(Lines.error(line).message()).isEqualTo("bad \\xE9\\xFF \\x1B[31mred\\x1B[0m");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "HOST: shop.test|continuation",
                "X_FORWARDED_FOR: 1.1.1.1\u001b[31m>|continuation",
                "BAD Header: 1>|continuation",
                "               ^>|continuation",
                ">|continuation",
                "    config.ru:250:in `open'|continuation",
                "[30244] config.ru:250:in `initialize'|continuation",
                "INFO: started|unrecognised",
                "LINE 1: SELECT x FROM users|unrecognised",
                "2026-11-21 19:35:18 +0000 something else|unrecognised",
            })
    void tellsContinuationsFromStrangers(String line, String reason) {
        assertThat(Lines.unparsed(line).reason()).isEqualTo(reason);
    }

    @Test
    void removesCookiesAndAuthorizationFromDumpedHeaders() {
        assertThat(Lines.unparsed("COOKIE: a=1; _shop_session=deadbeef").line())
                .isEqualTo("COOKIE: [REDACTED]");
        assertThat(Lines.unparsed("AUTHORIZATION: Basic dXNlcjpwYXNz").line())
                .isEqualTo("AUTHORIZATION: [REDACTED]");
    }
}
