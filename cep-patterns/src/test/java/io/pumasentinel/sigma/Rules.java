package io.pumasentinel.sigma;

import io.pumasentinel.event.Access;
import io.pumasentinel.event.AuthOutcome;
import io.pumasentinel.event.Origin;
import io.pumasentinel.event.Position;
import io.pumasentinel.event.PumaEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Rule texts and requests that tests write in one line. */
final class Rules {
    static final String FILE = "rule.yml";

    private Rules() {}

    /** A detection over requests with this {@code detection}, indented by two. */
    static String detection(String detection) {
        return rule("a-rule", "logsource:\n  category: webserver\ndetection:\n" + detection);
    }

    /** A document with the keys that every rule needs; its id depends on its name. */
    static String rule(String name, String body) {
        String id = "00000000-0000-4000-8000-%012x".formatted(name.hashCode() & 0xffffffffL);
        return "title: A rule\nid: %s\nname: %s\nlevel: medium\n%s\n".formatted(id, name, body);
    }

    static RuleSet load(String... documents) {
        try {
            return RuleLoader.load(sources(documents));
        } catch (InvalidRules e) {
            throw new AssertionError(e.getMessage(), e);
        }
    }

    /** What is wrong with the documents of one file, as printed. */
    static List<String> problems(String... documents) {
        try {
            RuleLoader.load(sources(documents));
            return List.of();
        } catch (InvalidRules e) {
            return e.problems().stream().map(Problem::toString).toList();
        }
    }

    /** Whether a detection with this text matches the request. */
    static boolean matches(String detection, EventView view) {
        return load(detection(detection)).detections().get(0).matches(view);
    }

    static EventView get(String target) {
        return request("192.0.2.7", target, 200, "Mozilla/5.0");
    }

    static EventView request(
            @Nullable String address, String target, int status, @Nullable String agent) {
        int mark = target.indexOf('?');
        String path = mark < 0 ? target : target.substring(0, mark);
        Access access =
                new Access(
                        address,
                        null,
                        "GET",
                        path,
                        mark < 0 ? null : target.substring(mark + 1),
                        "HTTP/1.1",
                        status,
                        -1,
                        12_300_000,
                        "GET " + path.toLowerCase(Locale.ROOT),
                        AuthOutcome.NONE,
                        false,
                        false,
                        -1,
                        agent,
                        null,
                        null,
                        null);
        Origin origin = new Origin("shop", "web-1", Position.ofLine("access.log", 1));
        return Views.of(PumaEvent.of(origin, 1_795_295_478_000L, access));
    }

    private static List<RuleSource> sources(String... documents) {
        List<String> texts = new ArrayList<>(List.of(documents));
        return List.of(new RuleSource(FILE, String.join("---\n", texts)));
    }
}
