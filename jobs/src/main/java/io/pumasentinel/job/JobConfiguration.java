package io.pumasentinel.job;

import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;

/** The Flink settings that the job relies on wherever it runs. */
public final class JobConfiguration {
    private JobConfiguration() {}

    /**
     * No Kryo, no generated uids, no copies between chained operators: every stream type is
     * immutable or handed over for good.
     */
    public static Configuration pipeline() {
        Configuration configuration = new Configuration();
        configuration.set(PipelineOptions.GENERIC_TYPES, false);
        configuration.set(PipelineOptions.AUTO_GENERATE_UIDS, false);
        configuration.set(PipelineOptions.OBJECT_REUSE, true);
        return configuration;
    }
}
