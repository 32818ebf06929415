package io.pumasentinel.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.apache.flink.streaming.api.graph.StreamGraph;
import org.apache.flink.streaming.api.graph.StreamNode;
import org.junit.jupiter.api.Test;

class SentinelJobTest {

    /** Savepoints name uids and keys: a difference here needs a decision record. */
    @Test
    void theGraphIsAsItsGoldenFileSays() throws Exception {
        Golden.check("job-graph.txt", GraphText.of(graph()));
    }

    @Test
    void everyOperatorHasAUidOfItsOwnInKebabCase() throws Exception {
        assertThat(GraphText.nodes(graph()))
                .extracting(StreamNode::getTransformationUID)
                .doesNotContainNull()
                .doesNotHaveDuplicates()
                .allMatch(uid -> uid.matches("[a-z0-9]+(-[a-z0-9]+)*"));
    }

    /** Flink makes the serialisers while it builds the graph and refuses generic types there. */
    @Test
    void noTypeOnTheGraphNeedsKryo() throws Exception {
        assertThat(GraphText.nodes(graph()))
                .filteredOn(node -> !node.getOutEdges().isEmpty())
                .isNotEmpty()
                .allSatisfy(
                        node ->
                                assertThat(String.valueOf(node.getTypeSerializerOut()))
                                        .doesNotContain("Kryo"));
    }

    @Test
    void aTypeThatNeedsKryoWouldBeRefused() {
        StreamExecutionEnvironment environment =
                StreamExecutionEnvironment.getExecutionEnvironment(JobConfiguration.pipeline());
        environment
                .fromData(1)
                .uid("numbers")
                .map(number -> new Object())
                .returns(Object.class)
                .uid("objects")
                .sinkTo(new DiscardingSink<>())
                .uid("sink");

        assertThatThrownBy(environment::getStreamGraph)
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessageContaining("Generic types have been disabled");
    }

    private static StreamGraph graph() throws Exception {
        return TestJob.define(
                        new TestSource(List.of(), false), new Collected(), new Configuration())
                .getStreamGraph();
    }
}
