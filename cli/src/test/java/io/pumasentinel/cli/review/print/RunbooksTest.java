package io.pumasentinel.cli.review.print;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunbooksTest {

    @Test
    void leadsToPagesThatExist() {
        Runbooks runbooks = new Runbooks("https://wiki.example:8443/runbooks/");
        assertThat(runbooks.address("brute-force"))
                .contains("https://wiki.example:8443/runbooks/brute-force.md");
        assertThat(runbooks.address("rule-of-the-site")).isEmpty();
        assertThat(runbooks.address("../brute-force")).isEmpty();
        assertThat(runbooks.address("")).isEmpty();
    }

    /** The steps of a review name runbooks by hand. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "brute-force-then-success",
                "sign-in-flood",
                "unhandled-exceptions",
                "error-surge",
                "latency-drift",
                "unparsed-flood",
                "host-silent",
                "worker-silent",
                "service-silent",
                "access-log-missing"
            })
    void hasThePagesThatStepsName(String rule) {
        assertThat(new Runbooks(Runbooks.DEFAULT).address(rule))
                .contains("docs/runbooks/" + rule + ".md");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "javascript:alert(1)",
                "data:text/html,x",
                "https://x/\"onclick=\"",
                "a b",
                "x)](y",
                "file:///etc",
                "//evil.example"
            })
    void refusesWhatIsNoPlaceForRunbooks(String base) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Runbooks(base));
    }
}
