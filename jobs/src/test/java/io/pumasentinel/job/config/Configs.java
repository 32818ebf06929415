package io.pumasentinel.job.config;

import io.pumasentinel.job.config.Reading.Depth;
import java.util.List;
import java.util.Map;

/** Reads text as the file {@code f}. */
final class Configs {

    static final Map<String, String> ENV =
            Map.of("SECRET", "hunter2", "EMPTY", "", "KEY", "hunter2 ".repeat(4) + "!");

    private Configs() {}

    static SentinelConfig read(String... lines) {
        return read(Depth.SECRETS, lines);
    }

    static SentinelConfig read(Depth depth, String... lines) {
        try {
            return ConfigReader.read(String.join("\n", lines), new Reading("f", ENV, depth));
        } catch (InvalidConfig invalid) {
            throw new AssertionError(invalid.getMessage(), invalid);
        }
    }

    /** Every problem as it prints; none if the text is a configuration. */
    static List<String> problems(String... lines) {
        return problems(Depth.SECRETS, lines);
    }

    static List<String> problems(Depth depth, String... lines) {
        try {
            SentinelConfig ignored =
                    ConfigReader.read(String.join("\n", lines), new Reading("f", ENV, depth));
            return List.of();
        } catch (InvalidConfig invalid) {
            return invalid.problems().stream().map(ConfigProblem::toString).toList();
        }
    }
}
