package io.pumasentinel.sigma;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** Splits a file into its YAML documents, as node trees that know their places. */
final class RuleDocuments {
    private static final LoadSettings SETTINGS =
            LoadSettings.builder().setUseMarks(true).setSchema(new CoreSchema()).build();

    private RuleDocuments() {}

    /** The documents before the first syntax error; that error is noted. */
    static List<Section> read(RuleSource source, Problems problems) {
        List<Section> documents = new ArrayList<>();
        try {
            for (Node root : new Compose(SETTINGS).composeAllFromString(source.text())) {
                if (isTree(root, Collections.newSetFromMap(new IdentityHashMap<>()))) {
                    Section.of(root, "", problems).ifPresent(documents::add);
                } else {
                    problems.add(root, "", "anchors are not supported (got & or *); write it out");
                }
            }
        } catch (MarkedYamlEngineException e) {
            problems.add(e.getProblemMark(), 0, "", "not valid YAML (got " + e.getProblem() + ")");
        } catch (YamlEngineException e) {
            problems.add(Optional.empty(), 0, "", "not valid YAML: " + e.getMessage());
        }
        return documents;
    }

    /** Whether no node is reached twice: aliases could make a small file an endless tree. */
    private static boolean isTree(Node node, Set<Node> seen) {
        if (!seen.add(node)) {
            return false;
        }
        if (node instanceof SequenceNode list) {
            return list.getValue().stream().allMatch(item -> isTree(item, seen));
        }
        if (node instanceof MappingNode map) {
            for (NodeTuple entry : map.getValue()) {
                if (!isTree(entry.getKeyNode(), seen) || !isTree(entry.getValueNode(), seen)) {
                    return false;
                }
            }
        }
        return true;
    }
}
