package io.pumasentinel.job;

import io.pumasentinel.event.Access;
import io.pumasentinel.event.AuthOutcome;
import io.pumasentinel.event.Origin;
import io.pumasentinel.event.Position;
import io.pumasentinel.event.PumaEvent;
import java.util.ArrayList;
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

    private final List<PumaEvent> events = new ArrayList<>();
    private long offset;

    /**
     * @param warmWindows how many windows of ten seconds the endpoint has before the savepoint:
     *     from 360 on it has a long view
     */
    static List<PumaEvent> before(int warmWindows) {
        SavepointStory story = new SavepointStory();
        Random random = new Random(20261121);
        for (int i = 0; i < warmWindows * 30; i++) {
            double seconds = 0.02 * Math.exp(0.2 * random.nextGaussian());
            story.order(BREAK - warmWindows * 10_000L + i * 333L, seconds);
        }
        for (int i = 0; i < 12; i++) {
            story.signIn(BREAK + 1_000 + i * 500L, 422, AuthOutcome.FAILURE);
        }
        story.order(BREAK + 9_000, 0.02);
        return story.events;
    }

    static List<PumaEvent> after() {
        SavepointStory story = new SavepointStory();
        story.offset = 100_000;
        story.signIn(BREAK + 12_000, 302, AuthOutcome.SUCCESS);
        for (int i = 0; i < 30; i++) {
            story.order(BREAK + 20_000 + i * 300L, 2.5);
        }
        story.order(BREAK + 40_000, 0.02);
        return story.events;
    }

    private void order(long millis, double seconds) {
        add(millis, "203.0.113.20", "GET", "/orders", 200, seconds, AuthOutcome.NONE);
    }

    private void signIn(long millis, int status, AuthOutcome outcome) {
        add(millis, GUESSER, "POST", "/users/sign_in", status, 0.1, outcome);
    }

    private void add(
            long millis,
            String address,
            String method,
            String path,
            int status,
            double seconds,
            AuthOutcome outcome) {
        Access access =
                new Access(
                        address,
                        null,
                        method,
                        path,
                        null,
                        "HTTP/1.1",
                        status,
                        512,
                        Math.round(seconds * 1e9),
                        method + " " + path,
                        outcome,
                        false,
                        false,
                        -1,
                        null,
                        null,
                        null,
                        null);
        Position position = Position.ofRecord("puma-access", 0, offset++);
        events.add(PumaEvent.of(new Origin("shop", "web-1", position), millis, access));
    }
}
