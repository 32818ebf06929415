package io.pumasentinel.job;

import io.pumasentinel.event.AuthOutcome;
import io.pumasentinel.event.PumaEvent;
import java.util.List;
import java.util.Random;

/**
 * What happens before and after the savepoint: an endpoint gets warm and an address guesses
 * passwords; then the address gets in and the endpoint gets slow.
 */
final class SavepointStory {
    static final String GUESSER = "198.51.100.7";

    /** A multiple of ten seconds in November 2026. */
    private static final long START = 1_795_000_000_000L;

    private static final long BREAK = START + 600_000;

    private SavepointStory() {}

    /**
     * @param warmWindows how many windows of ten seconds the endpoint has before the savepoint:
     *     from 360 on it has a long view
     */
    static List<PumaEvent> before(int warmWindows) {
        Story story = new Story(0);
        Random random = new Random(20261121);
        for (int i = 0; i < warmWindows * 30; i++) {
            double seconds = 0.02 * Math.exp(0.2 * random.nextGaussian());
            story.order(BREAK - warmWindows * 10_000L + i * 333L, seconds, null);
        }
        for (int i = 0; i < 12; i++) {
            story.signIn(BREAK + 1_000 + i * 500L, GUESSER, 422, AuthOutcome.FAILURE);
        }
        story.order(BREAK + 9_000, 0.02, null);
        return story.events();
    }

    static List<PumaEvent> after() {
        Story story = new Story(100_000);
        story.signIn(BREAK + 12_000, GUESSER, 302, AuthOutcome.SUCCESS);
        for (int i = 0; i < 30; i++) {
            story.order(BREAK + 20_000 + i * 300L, 2.5, null);
        }
        story.order(BREAK + 40_000, 0.02, null);
        return story.events();
    }
}
