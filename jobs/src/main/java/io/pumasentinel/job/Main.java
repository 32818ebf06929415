package io.pumasentinel.job;

import io.pumasentinel.elasticsearch.IndexReadiness;
import io.pumasentinel.job.config.ConfigReader;
import io.pumasentinel.job.config.InvalidConfig;
import io.pumasentinel.job.config.SentinelConfig;
import io.pumasentinel.job.sink.Connections;
import io.pumasentinel.job.sink.LiveSinks;
import io.pumasentinel.sigma.InvalidRules;
import io.pumasentinel.sigma.RuleSource;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The entry for a cluster: {@code flink run puma-sentinel-job.jar --config sentinel.yaml}. */
public final class Main {
    private static final Duration NODE_PATIENCE = Duration.ofMinutes(1);

    private Main() {}

    /**
     * Builds the graph, sees to the index templates and submits the job.
     *
     * @throws IllegalArgumentException if the call, the configuration or a rule is wrong; its
     *     message holds every problem
     */
    public static void main(String[] arguments) throws Exception {
        if (arguments.length != 2 || !arguments[0].equals("--config")) {
            throw new IllegalArgumentException(
                    "wrong arguments (got "
                            + String.join(" ", arguments)
                            + "); --config sentinel.yaml");
        }
        SentinelConfig config = config(Path.of(arguments[1]));
        StreamExecutionEnvironment environment =
                StreamExecutionEnvironment.getExecutionEnvironment(LiveJob.configuration(config));
        define(environment, config);
        IndexReadiness.ensure(Connections.of(config.elasticsearch()), NODE_PATIENCE);
        environment.execute("puma-sentinel");
    }

    private static SentinelConfig config(Path file) {
        try {
            return ConfigReader.readLive(file);
        } catch (InvalidConfig e) {
            throw new IllegalArgumentException(lines(e.problems()), e);
        }
    }

    private static void define(StreamExecutionEnvironment environment, SentinelConfig config)
            throws Exception {
        List<RuleSource> rules = RuleSources.of(config.rules(), null);
        try {
            LiveJob.define(environment, config, rules, 1, new LiveSinks(config));
        } catch (InvalidRules e) {
            throw new IllegalArgumentException(lines(e.problems()), e);
        }
    }

    private static String lines(List<?> problems) {
        StringBuilder text = new StringBuilder("bad configuration");
        problems.forEach(problem -> text.append('\n').append(problem));
        return text.toString();
    }
}
