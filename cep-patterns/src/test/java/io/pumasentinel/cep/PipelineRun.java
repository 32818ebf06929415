package io.pumasentinel.cep;

import io.pumasentinel.event.Finding;
import io.pumasentinel.event.SignalSum;
import java.util.Comparator;
import java.util.List;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Correlation and sequences over given sums, with two subtasks, on the cluster of the test. */
final class PipelineRun {
    private PipelineRun() {}

    /** Everything found. */
    static List<Finding> of(GroupPlan plan, List<SignalSum> sums) throws Exception {
        Configuration strict = new Configuration();
        strict.set(PipelineOptions.GENERIC_TYPES, false);
        strict.set(PipelineOptions.AUTO_GENERATE_UIDS, false);
        StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment(strict);
        env.setParallelism(2);
        List<SignalSum> byTime =
                sums.stream().sorted(Comparator.comparingLong(SignalSum::secondMillis)).toList();
        DataStream<SignalSum> source =
                env.fromData(byTime, TypeInformation.of(SignalSum.class))
                        .setParallelism(1)
                        .uid("sums")
                        .assignTimestampsAndWatermarks(
                                WatermarkStrategy.<SignalSum>forMonotonousTimestamps()
                                        .withTimestampAssigner(
                                                (sum, any) -> sum.secondMillis() + 999))
                        .setParallelism(1)
                        .uid("watermarks");
        return RulePipeline.attach(source, RuleFeed.fixed(List.of()), Plans.byAddress(plan))
                .executeAndCollect(1_000_000);
    }
}
