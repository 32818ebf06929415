package io.pumasentinel.job.alert;

import io.pumasentinel.event.Entity;
import io.pumasentinel.event.EntityType;
import io.pumasentinel.event.Evidence;
import io.pumasentinel.event.Finding;
import io.pumasentinel.event.MetricScore;
import io.pumasentinel.event.Position;
import io.pumasentinel.sigma.InvalidRules;
import io.pumasentinel.sigma.RuleSource;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Findings of four rules about one address. Seconds are event time. */
final class Findings {
    static final Entity ADDRESS = new Entity(EntityType.ADDRESS, "203.0.113.9");

    private static final String[] RULES = {"low", "medium", "high", "other-high"};

    private Findings() {}

    static List<RuleSource> rules() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < RULES.length; i++) {
            text.append(rule(RULES[i], i));
        }
        return List.of(new RuleSource("findings.yml", text.toString()));
    }

    static Assembler assembler(long cooldownSeconds, int maxEvidence) throws InvalidRules {
        return new Assembler(
                new RuleNames().of(rules()), Settings.of(cooldownSeconds, maxEvidence));
    }

    /** One event in that second. */
    static Finding at(String rule, long second) {
        return spanning(rule, second, second, 1);
    }

    static Finding spanning(String rule, long firstSecond, long second, long count) {
        return finding(rule, firstSecond, second, count, null);
    }

    static Finding measured(String rule, long second, MetricScore metric) {
        return finding(rule, second, second, 1, metric);
    }

    private static Finding finding(
            String rule, long firstSecond, long second, long count, @Nullable MetricScore metric) {
        Position position = Position.ofRecord("puma-access", 0, second);
        return new Finding(
                rule,
                "shop",
                "source.ip",
                ADDRESS.value(),
                ADDRESS,
                firstSecond * 1000,
                second * 1000,
                count,
                position,
                null,
                "web-1",
                List.of(ADDRESS.value()),
                metric,
                List.of(new Evidence(second * 1000, position, "line of second " + second)),
                true,
                false,
                false);
    }

    static List<Finding> everySecond(String rule, int fromSecond, int toSecond) {
        return IntStream.range(fromSecond, toSecond).mapToObj(s -> at(rule, s)).toList();
    }

    private static String rule(String name, int index) {
        String level = name.replace("other-", "");
        return """
        ---
        title: Rule %1$s
        name: %1$s
        id: 00000000-0000-4000-8000-00000000000%2$d
        description: About %1$s.
        family: credential-access
        level: %3$s
        tags: [attack.credential-access, attack.%4$s]
        logsource: {category: webserver}
        detection:
          selection: {sc-status: 40%2$d}
          condition: selection
        """
                .formatted(name, index, level, index < 2 ? "t1110" : "t1110.001");
    }
}
