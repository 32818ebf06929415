package io.pumasentinel.job.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class SignInCountsTest {

    @Test
    void warnsOfAHundredOfWhichNoneIsDecided() {
        assertThat(new SignInCounts(100, 0, 0).warning())
                .hasValueSatisfying(
                        text -> assertThat(text).startsWith("ingest.auth-preset: of 100 sign-ins"));
        assertThat(new SignInCounts(99, 0, 0).warning()).isEmpty();
        assertThat(new SignInCounts(100_000, 1, 1).warning()).isEmpty();
    }

    @Test
    void warnsOfAHundredOfWhichNoneIsRefused() {
        assertThat(new SignInCounts(150, 100, 0).warning())
                .hasValueSatisfying(
                        text ->
                                assertThat(text)
                                        .startsWith("ingest.auth-preset: 100 sign-ins were told to")
                                        .contains("set the preset to rails"));
        assertThat(new SignInCounts(150, 99, 0).warning()).isEmpty();
        assertThat(new SignInCounts(150, 100, 1).warning()).isEmpty();
    }

    @Test
    void readsNothingOutOfAJobThatHasToldNothing() {
        assertThat(SignInCounts.of(Map.of())).isEqualTo(new SignInCounts(0, 0, 0));
        assertThat(
                        SignInCounts.of(
                                Map.of(
                                        "sign-ins",
                                        7L,
                                        "sign-ins-decided",
                                        2L,
                                        "sign-ins-refused",
                                        1L)))
                .isEqualTo(new SignInCounts(7, 2, 1));
    }
}
