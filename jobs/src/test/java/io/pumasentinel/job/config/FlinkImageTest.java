package io.pumasentinel.job.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.GlobalConfiguration;
import org.apache.flink.configuration.JobManagerOptions;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code deploy/flink/config.yaml}, read by Flink itself, agrees with docker-compose.yml. */
class FlinkImageTest {

    private Configuration flink;
    private Compose compose;

    @BeforeEach
    void readTheFiles() throws Exception {
        flink = GlobalConfiguration.loadConfiguration(Repository.file("deploy/flink").toString());
        compose = Compose.read();
    }

    @Test
    void addressesAreThoseOfTheServices() {
        String host = flink.get(JobManagerOptions.ADDRESS);
        int port = flink.get(RestOptions.PORT);

        assertThat(compose.services()).containsKey(host);
        assertThat(flink.get(RestOptions.ADDRESS)).isEqualTo(host);
        assertThat(compose.list(host, "ports")).containsExactly("127.0.0.1:" + port + ":" + port);
        for (String service : List.of("jobmanager", "taskmanager", "submit")) {
            assertThat(compose.variable(service, "JOB_MANAGER_RPC_ADDRESS")).isEqualTo(host);
        }
    }

    @Test
    void stateIsOnAVolumeThatBothShare() {
        assertThat(flink.get(StateBackendOptions.STATE_BACKEND)).isEqualTo("rocksdb");
        assertThat(flink.get(CheckpointingOptions.INCREMENTAL_CHECKPOINTS)).isTrue();
        for (String folder :
                List.of(
                        flink.get(CheckpointingOptions.CHECKPOINTS_DIRECTORY),
                        flink.get(CheckpointingOptions.SAVEPOINT_DIRECTORY))) {
            assertThat(folder).startsWith("file:///opt/flink/state/");
        }
        assertThat(compose.mounts("jobmanager")).contains("flink-state:/opt/flink/state");
        assertThat(compose.mounts("taskmanager")).contains("flink-state:/opt/flink/state");
    }

    @Test
    void processesFitIntoTheirContainers() {
        assertThat(flink.get(JobManagerOptions.TOTAL_PROCESS_MEMORY))
                .isLessThan(MemorySize.parse(compose.service("jobmanager").get("mem_limit") + "b"));
        assertThat(flink.get(TaskManagerOptions.TOTAL_PROCESS_MEMORY))
                .isLessThan(
                        MemorySize.parse(compose.service("taskmanager").get("mem_limit") + "b"));
        assertThat(flink.get(TaskManagerOptions.NUM_TASK_SLOTS)).isGreaterThanOrEqualTo(2);
    }
}
