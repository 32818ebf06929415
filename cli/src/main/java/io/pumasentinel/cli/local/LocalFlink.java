package io.pumasentinel.cli.local;

import io.pumasentinel.job.JobConfiguration;
import java.time.Duration;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.HeartbeatManagerOptions;
import org.apache.flink.configuration.MetricOptions;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Flink in this process: the same job code as on a cluster, on a MiniCluster. */
public final class LocalFlink {
    private LocalFlink() {}

    /** Without a web page, for bounded work. */
    public static StreamExecutionEnvironment quiet(int parallelism) {
        Configuration configuration = JobConfiguration.pipeline();
        configuration.set(RestOptions.BIND_PORT, "0");
        // Accumulators travel with heartbeats; a progress line wants them fresh.
        configuration.set(HeartbeatManagerOptions.HEARTBEAT_INTERVAL, Duration.ofSeconds(1));
        return StreamExecutionEnvironment.createLocalEnvironment(parallelism, configuration);
    }

    /** With Flink's own web page on a port of the loopback interface. */
    public static StreamExecutionEnvironment withWebPage(
            int parallelism, int port, Configuration more) {
        Configuration configuration = JobConfiguration.pipeline();
        configuration.addAll(more);
        configuration.set(RestOptions.BIND_ADDRESS, "127.0.0.1");
        configuration.set(RestOptions.ADDRESS, "127.0.0.1");
        configuration.set(RestOptions.PORT, port);
        configuration.set(HeartbeatManagerOptions.HEARTBEAT_INTERVAL, Duration.ofSeconds(1));
        configuration.set(MetricOptions.METRIC_FETCHER_UPDATE_INTERVAL, Duration.ofMillis(500));
        StreamExecutionEnvironment environment =
                StreamExecutionEnvironment.createLocalEnvironmentWithWebUI(configuration);
        environment.setParallelism(parallelism);
        return environment;
    }
}
