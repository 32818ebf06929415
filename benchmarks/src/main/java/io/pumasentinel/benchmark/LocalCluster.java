package io.pumasentinel.benchmark;

import com.sun.management.OperatingSystemMXBean;
import io.pumasentinel.job.JobConfiguration;
import java.lang.management.ManagementFactory;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** One MiniCluster with one slot, started once, that runs a job and tells what it took. */
final class LocalCluster implements AutoCloseable {
    private final MiniCluster cluster;
    private final OperatingSystemMXBean process =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    LocalCluster() throws Exception {
        Configuration configuration = new Configuration();
        configuration.set(RestOptions.BIND_PORT, "0");
        cluster =
                new MiniCluster(
                        new MiniClusterConfiguration.Builder()
                                .setNumTaskManagers(1)
                                .setNumSlotsPerTaskManager(1)
                                .setConfiguration(configuration)
                                .build());
        cluster.start();
    }

    /** What it took from submission to the job's end. */
    Cost run(Pipeline pipeline) throws Exception {
        StreamExecutionEnvironment environment =
                StreamExecutionEnvironment.createLocalEnvironment(1, JobConfiguration.pipeline());
        pipeline.define(environment);
        System.gc();
        long cpuBefore = process.getProcessCpuTime();
        long before = System.nanoTime();
        pipeline.check(cluster.executeJobBlocking(environment.getStreamGraph().getJobGraph()));
        return new Cost(process.getProcessCpuTime() - cpuBefore, System.nanoTime() - before);
    }

    @Override
    public void close() {
        cluster.closeAsync().join();
    }
}
