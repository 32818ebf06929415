package io.pumasentinel.cep;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumasentinel.event.AuthOutcome;
import io.pumasentinel.event.Finding;
import io.pumasentinel.event.PumaEvent;
import io.pumasentinel.sigma.RuleLoader;
import io.pumasentinel.sigma.Views;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.runtime.jobgraph.JobVertex;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.apache.flink.util.Collector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Requests in, findings out, with rules read from YAML. */
class RulesEndToEndTest {
    private static final int CLIENTS = 200;

    @RegisterExtension
    static final MiniClusterExtension CLUSTER =
            new MiniClusterExtension(
                    new MiniClusterResourceConfiguration.Builder()
                            .setNumberTaskManagers(1)
                            .setNumberSlotsPerTaskManager(2)
                            .build());

    @Test
    void findsEveryBreakInOfOneSecondAndNoOrdinarySignIn() throws Exception {
        List<PumaEvent> events = new ArrayList<>();
        long line = 1;
        for (int attempt = 0; attempt < 11; attempt++) {
            for (int client = 0; client < CLIENTS; client++) {
                AuthOutcome outcome = attempt == 10 ? AuthOutcome.SUCCESS : AuthOutcome.FAILURE;
                events.add(Requests.signIn(10_000, line++, "a" + client, "root", outcome));
            }
        }
        for (int client = 0; client < CLIENTS; client++) {
            events.add(Requests.signIn(11_000, line++, "b" + client, "u", AuthOutcome.SUCCESS));
        }
        List<Finding> found = findings(environment(), events).executeAndCollect(10_000);
        assertThat(found.stream().filter(f -> f.ruleId().equals("break-in")))
                .hasSize(CLIENTS)
                .allMatch(Finding::alerting)
                .allMatch(f -> f.count() == 11)
                .allMatch(f -> f.groupKey().startsWith("a"));
        assertThat(found).extracting(Finding::ruleId).containsOnly("break-in", "brute-force");
    }

    @Test
    void countsTheUsersThatOneAddressTried() throws Exception {
        List<PumaEvent> events = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            events.add(Requests.signIn(10_000 + i, i, "many", "user" + i, AuthOutcome.FAILURE));
            events.add(Requests.signIn(10_000 + i, i, "one", "user", AuthOutcome.FAILURE));
        }
        assertThat(findings(environment(), events).executeAndCollect(100))
                .singleElement()
                .satisfies(finding -> assertThat(finding.ruleId()).isEqualTo("stuffing"))
                .satisfies(finding -> assertThat(finding.groupKey()).isEqualTo("many"));
    }

    @Test
    void sumsInOneChainWithTheOperatorThatClassified() throws Exception {
        StreamExecutionEnvironment env = environment();
        findings(env, List.of(Requests.get(10_000, 1, "a", "/", 200))).print().uid("print");
        List<JobVertex> vertices =
                StreamSupport.stream(
                                env.getStreamGraph().getJobGraph().getVertices().spliterator(),
                                false)
                        .toList();
        assertThat(vertices)
                .extracting(JobVertex::getName)
                .anyMatch(name -> name.contains("classify -> sum event signals"))
                .anyMatch(
                        name ->
                                name.contains("correlate -> ")
                                        && name.contains("steps of break-in"));
    }

    private static DataStream<Finding> findings(
            StreamExecutionEnvironment env, List<PumaEvent> events) throws Exception {
        DataStream<PumaEvent> classified =
                env.fromData(events, TypeInformation.of(PumaEvent.class))
                        .setParallelism(1)
                        .uid("events")
                        .assignTimestampsAndWatermarks(
                                WatermarkStrategy.<PumaEvent>forMonotonousTimestamps()
                                        .withTimestampAssigner((e, any) -> e.timestampMillis()))
                        .setParallelism(1)
                        .uid("watermarks")
                        .keyBy(PumaEvent::service)
                        .process(new Classify(), TypeInformation.of(PumaEvent.class))
                        .name("classify")
                        .uid("classify");
        RuleFeed rules = RuleFeed.fixed(Rules.signIn());
        return RulePipeline.attach(SignalSums.ofEvents(classified, rules), rules);
    }

    private static StreamExecutionEnvironment environment() {
        Configuration strict = new Configuration();
        strict.set(PipelineOptions.GENERIC_TYPES, false);
        strict.set(PipelineOptions.AUTO_GENERATE_UIDS, false);
        StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment(strict);
        env.setParallelism(2);
        return env;
    }

    /** Stands for the job's operator that scores and classifies. */
    private static final class Classify extends KeyedProcessFunction<String, PumaEvent, PumaEvent> {
        private static final long serialVersionUID = 1L;

        private transient Classifier classifier;

        @SuppressWarnings("NullAway.Init") // Flink calls open before anything else.
        Classify() {}

        @Override
        public void open(OpenContext context) throws Exception {
            classifier = new Classifier(RuleLoader.load(Rules.signIn()));
        }

        @Override
        public void processElement(PumaEvent event, Context context, Collector<PumaEvent> out) {
            Classification found = classifier.classify(Views.of(event));
            out.collect(event.judged(null, found.signals(), found.ruleIds()));
        }
    }
}
