package io.pumasentinel.event.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pumasentinel.event.Access;
import io.pumasentinel.event.PumaEvent;
import io.pumasentinel.event.ingest.RedactionSettings.Addresses;
import io.pumasentinel.event.ingest.RedactionSettings.Emails;
import io.pumasentinel.event.ingest.RedactionSettings.Mode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The expected tokens and addresses were worked out with Python's hmac module. */
class PseudonymsTest {

    private static final String KEY = "0123456789abcdef0123456789abcdef";

    private final LineIngest ingest = ingest(Mode.TOKEN, Addresses.TOKEN, KEY);

    @ParameterizedTest
    @CsvSource({
        "203.0.113.7, fdbe:b968:7572:7f23:cbe2:6a76:704a:eed0",
        "203.0.113.8, fdbe:b968:7572:7f23:856c:d855:1073:aa7e",
        "2001:db8::1, fde7:d172:eadb:c835:1d38:f796:84a2:ca84",
        "'203.0.113.7, 10.0.0.1', fdbe:b968:7572:7f23:cbe2:6a76:704a:eed0"
    })
    void givesEveryClientAnAddressInItsOwnNetwork(String addresses, String pseudonym) {
        PumaEvent event = event(Lines.request(addresses, "GET / HTTP/1.1", "200"));

        assertThat(access(event).clientAddress()).isEqualTo(pseudonym);
        assertThat(event.redacted()).containsExactly("address");
        assertThat(event.toString()).doesNotContain("203.0.113").doesNotContain("2001:db8");
    }

    @Test
    void clientsOfOneNetworkShareANetworkAndOthersDoNot() {
        assertThat(Subnets.of(client("203.0.113.7")))
                .isEqualTo(Subnets.of(client("203.0.113.200")));
        assertThat(Subnets.of(client("203.0.113.7")))
                .isNotEqualTo(Subnets.of(client("203.0.114.7")));
        assertThat(Subnets.of(client("2001:db8::1"))).isEqualTo(Subnets.of(client("2001:db8::2")));
        assertThat(Subnets.of(client("2001:db8::1")))
                .isNotEqualTo(Subnets.of(client("2001:db8:0:1::1")));
    }

    @ParameterizedTest
    @CsvSource({
        "who is 203.0.113.7?, who is fdbe:b968:7572:7f23:cbe2:6a76:704a:eed0?",
        "[2001:db8::1]: no, [fde7:d172:eadb:c835:1d38:f796:84a2:ca84]: no",
        "Chrome/119.0.0.0 at 10:20:30, Chrome/119.0.0.0 at 10:20:30",
    })
    void replacesAddressesInFreeText(String line, String expected) {
        PumaEvent event = event(line);

        assertThat(Objects.requireNonNull(event.unparsed()).line()).isEqualTo(expected);
    }

    @Test
    void replacesAddressesInPathsAndQueriesHoweverTheyAreWritten() {
        Access access =
                access(event(Lines.get("/by/203.0.113.7/x?ip=2001%3Adb8%3A%3A1&v=Chrome/1.2")));

        assertThat(access.path()).isEqualTo("/by/fdbe:b968:7572:7f23:cbe2:6a76:704a:eed0/x");
        assertThat(access.query())
                .isEqualTo("ip=fde7:d172:eadb:c835:1d38:f796:84a2:ca84&v=Chrome/1.2");
    }

    @ParameterizedTest
    @CsvSource({
        "GET /by/203.0.113.7 failed, GET /by/fdbe:b968:7572:7f23:cbe2:6a76:704a:eed0 failed",
        "https://a.example/203.0.113.7, https://a.example/fdbe:b968:7572:7f23:cbe2:6a76:704a:eed0",
        "(Chrome/119.0.0.0), (Chrome/119.0.0.0)",
    })
    void tellsPathsFromVersions(String line, String expected) {
        assertThat(Objects.requireNonNull(event(line).unparsed()).line()).isEqualTo(expected);
    }

    @Test
    void anEmailAddressAsUserBecomesATokenHoweverItIsWritten() {
        String token = "tok_email_1631068fe483b03c3ab9";

        assertThat(access(event(asUser("bob@example.org"))).user()).isEqualTo(token);
        assertThat(access(event(asUser("Bob@Example.org"))).user()).isEqualTo(token);
        assertThat(access(event(Lines.get("/x?mail=bob%40example.org"))).query())
                .isEqualTo("mail=" + token);
        assertThat(event(asUser("bob@example.org")).redacted()).containsExactly("address", "email");
    }

    @Test
    void anotherKeyMakesOtherTokens() {
        LineIngest other = ingest(Mode.TOKEN, Addresses.TOKEN, KEY.replace('0', 'x'));
        String line = asUser("bob@example.org");
        PumaEvent event = Lines.all(other, line.getBytes(StandardCharsets.UTF_8)).get(0);

        assertThat(access(event).user()).startsWith("tok_email_").isNotEqualTo(user(line));
        assertThat(access(event).clientAddress()).isNotEqualTo(access(event(line)).clientAddress());
    }

    @Test
    void endpointsAreTheSameInEveryMode() {
        String line = Lines.get("/reset/AKIAIOSFODNN7EXAMPLE/edit");
        for (Mode mode : Mode.values()) {
            LineIngest each = ingest(mode, Addresses.KEEP, KEY);
            PumaEvent event = Lines.all(each, line.getBytes(StandardCharsets.UTF_8)).get(0);

            assertThat(access(event).endpoint())
                    .as(mode.name())
                    .isEqualTo("GET /reset/{text}/edit");
        }
    }

    @Test
    void refusesAKeyThatIsMissingOrShortAndDoesNotShowIt() {
        assertThatThrownBy(
                        () -> new RedactionSettings(Mode.TOKEN, Emails.KEEP, Addresses.KEEP, null))
                .hasMessageContaining("no key for mode token");
        assertThatThrownBy(
                        () -> new RedactionSettings(Mode.MASK, Emails.KEEP, Addresses.TOKEN, null))
                .hasMessageContaining("no key for addresses token");
        assertThatThrownBy(() -> ingest(Mode.TOKEN, Addresses.KEEP, "hunter2"))
                .hasMessageContaining("got 7 characters")
                .hasMessageNotContaining("hunter2");
    }

    private static LineIngest ingest(Mode mode, Addresses addresses, String key) {
        IngestSettings usual = IngestSettings.defaults();
        return new LineIngest(
                new IngestSettings(
                        usual.trustedProxies(),
                        List.of("password"),
                        new RedactionSettings(mode, Emails.REDACT, addresses, () -> key),
                        usual.auth(),
                        usual.endpointPatterns(),
                        usual.maxLineBytes(),
                        usual.jsonFields()));
    }

    private PumaEvent event(String line) {
        return Lines.all(ingest, line.getBytes(StandardCharsets.UTF_8)).get(0);
    }

    private String client(String address) {
        String client =
                access(event(Lines.request(address, "GET / HTTP/1.1", "200"))).clientAddress();
        return Objects.requireNonNull(client);
    }

    private String user(String line) {
        return Objects.requireNonNull(access(event(line)).user());
    }

    private static String asUser(String user) {
        return Lines.get("/x").replace(" - - ", " - " + user + " ");
    }

    private static Access access(PumaEvent event) {
        return Objects.requireNonNull(event.access());
    }
}
