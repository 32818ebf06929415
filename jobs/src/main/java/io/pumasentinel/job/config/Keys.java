package io.pumasentinel.job.config;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** The keys of a mapping, each once; repeated ones and those that are no names are reported. */
final class Keys {

    private Keys() {}

    static List<NodeTuple> unique(MappingNode mapping, Field field) {
        List<NodeTuple> unique = new ArrayList<>();
        Map<String, Place> seen = new HashMap<>();
        for (NodeTuple entry : mapping.getValue()) {
            Node key = entry.getKeyNode();
            if (!(key instanceof ScalarNode scalar)) {
                field.wrongKind(key, "a name", "the name of an option");
                continue;
            }
            Place first = seen.putIfAbsent(scalar.getValue(), Place.of(key));
            if (first == null) {
                unique.add(entry);
            } else {
                field.child(shown(scalar.getValue()), Place.of(key))
                        .problem(
                                key,
                                "given twice",
                                "it first at " + first.line() + ":" + first.column(),
                                "each key once");
            }
        }
        return unique;
    }

    /** A key as a part of an option's name; a strange one is not repeated there. */
    static String shown(String key) {
        return key.matches("[A-Za-z0-9._-]{1,64}") ? key : "?";
    }
}
