package io.pumasentinel.job.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class SignInCountsTest {

    @Test
    void warnsOfAHundredOfWhichNoneIsDecided() {
        assertThat(new SignInCounts(100, 0).warning())
                .hasValueSatisfying(
                        text -> assertThat(text).startsWith("ingest.auth-preset: of 100 sign-ins"));
        assertThat(new SignInCounts(99, 0).warning()).isEmpty();
        assertThat(new SignInCounts(100_000, 1).warning()).isEmpty();
    }

    @Test
    void readsNothingOutOfAJobThatHasToldNothing() {
        assertThat(SignInCounts.of(Map.of())).isEqualTo(new SignInCounts(0, 0));
        assertThat(SignInCounts.of(Map.of("sign-ins", 7L, "sign-ins-decided", 2L)))
                .isEqualTo(new SignInCounts(7, 2));
    }
}
