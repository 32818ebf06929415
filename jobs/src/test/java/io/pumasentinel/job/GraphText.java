package io.pumasentinel.job;

import java.util.Comparator;
import java.util.List;
import org.apache.flink.runtime.jobgraph.JobVertex;
import org.apache.flink.streaming.api.graph.StreamEdge;
import org.apache.flink.streaming.api.graph.StreamGraph;
import org.apache.flink.streaming.api.graph.StreamNode;

/** A job graph as text: what a savepoint and a reader know it by, without generated ids. */
final class GraphText {
    private GraphText() {}

    static List<StreamNode> nodes(StreamGraph graph) {
        return graph.getStreamNodes().stream()
                .sorted(Comparator.comparingInt(StreamNode::getId))
                .toList();
    }

    static String of(StreamGraph graph) {
        StringBuilder text = new StringBuilder();
        for (StreamNode node : nodes(graph)) {
            text.append(node.getTransformationUID());
            text.append(" \"").append(node.getOperatorName()).append("\" x");
            text.append(node.getParallelism()).append('\n');
            for (StreamEdge edge : node.getInEdges()) {
                text.append("    ").append(edge.getPartitioner()).append(" from ");
                text.append(graph.getStreamNode(edge.getSourceId()).getTransformationUID());
                if (edge.getOutputTag() != null) {
                    text.append(" (").append(edge.getOutputTag().getId()).append(')');
                }
                text.append('\n');
            }
        }
        return text.append("\nchains\n").append(chains(graph)).toString();
    }

    /** What runs in one thread. */
    private static String chains(StreamGraph graph) {
        StringBuilder text = new StringBuilder();
        for (JobVertex vertex : graph.getJobGraph().getVerticesSortedTopologicallyFromSources()) {
            text.append(vertex.getName()).append(" x").append(vertex.getParallelism()).append('\n');
        }
        return text.toString();
    }
}
