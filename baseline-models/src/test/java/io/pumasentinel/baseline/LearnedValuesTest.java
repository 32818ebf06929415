package io.pumasentinel.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LearnedValuesTest {
    private static final BaselineSettings SETTINGS = BaselineSettings.defaults();

    private final LearnedValues learned = new LearnedValues();
    private int invented;

    @Test
    void tellsOfAParameterThatTheEndpointNeverHad() {
        windows(40, 0);
        WindowScore score = close(30, 12, "debug=1");

        assertThat(score.observed()).isEqualTo(12 / 30.0);
        assertThat(score.expected()).isLessThan(0.01);
        assertThat(score.score()).isGreaterThan(0.9);
        assertThat(score.notable()).isTrue();
    }

    @Test
    void takesAValueForFamiliarOnceTwoWindowsHadIt() {
        windows(40, 0);
        assertThat(close(30, 12, "debug=1").observed()).isPositive();
        assertThat(close(30, 12, "debug=1").observed()).isPositive();
        assertThat(close(30, 12, "debug=1").observed()).isZero();
    }

    @Test
    void isSilentAboutOneStrangeRequest() {
        windows(40, 0);
        assertThat(close(30, 1, "typo=1").notable()).isFalse();
    }

    @Test
    void isUsedToNewNamesWhereClientsInventThem() {
        windows(60, 10);
        WindowScore score = close(30, 12, "debug=1");

        assertThat(score.expected()).isBetween(0.25, 0.4);
        assertThat(score.notable() && score.score() >= 0.9).isFalse();
        assertThat(learned.hashes).hasSizeLessThanOrEqualTo(LearnedValues.MOST);
    }

    @Test
    void inventedNamesDoNotPushTheUsualOnesOut() {
        windows(40, 0);
        for (int i = 0; i < 500; i++) {
            learned.observe(window(30, 30, invent()), SETTINGS);
        }
        learned.unfamiliar = 0;
        learned.requests = 0;
        assertThat(close(30, 0, "").observed()).isZero();
    }

    private void windows(int windows, int newNames) {
        for (int i = 0; i < windows; i++) {
            WindowValues window = window(30 - newNames, 0, "");
            for (int n = 0; n < newNames; n++) {
                window.add("GET", 200, invent());
            }
            learned.observe(window, SETTINGS);
            learned.close(new Judgement(30, 10_000, false, SETTINGS, new ArrayList<>()));
        }
    }

    private WindowScore close(int requests, int odd, String query) {
        List<WindowScore> scores = new ArrayList<>();
        learned.observe(window(requests, odd, query), SETTINGS);
        learned.close(new Judgement(requests, 10_000, true, SETTINGS, scores));
        return scores.get(0);
    }

    private static WindowValues window(int requests, int odd, String query) {
        WindowValues window = new WindowValues();
        for (int i = 0; i < requests; i++) {
            window.add("GET", 200, i < odd ? query : "page=1&sort=asc");
        }
        return window;
    }

    private String invent() {
        invented++;
        return "n"
                + Integer.toString(invented, 26).replaceAll("[0-9]", "z")
                + "q".repeat(invented % 50);
    }
}
