package io.pumasentinel.sigma;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/**
 * Reads a Sigma filter (specification 2.1): what of the matches of other rules counts, such as all
 * but a site's own scanner. A filter works before anything is counted.
 */
final class FilterReader {
    private static final Set<String> NO_SELECTIONS = Set.of("condition", "rules");
    private static final String ANY = "any";

    private final Section rule;

    FilterReader(Section rule) {
        this.rule = rule;
    }

    /** The filter; empty, and noted, if anything of it is not understood. */
    Optional<Draft.Filter> read() {
        Set<String> keys = new LinkedHashSet<>(MetaReader.KEYS);
        keys.addAll(List.of("logsource", "filter"));
        rule.expect(keys);
        if (!rule.keys().contains("logsource")) {
            rule.problems().add(rule.node(), "logsource", "missing (got nothing); a map");
        }
        Optional<LogSource> source = rule.section("logsource").flatMap(DetectionReader::source);
        Optional<Section> filter = rule.section("filter");
        if (source.isEmpty() || filter.isEmpty()) {
            return Optional.empty();
        }
        List<ScalarNode> references = filter.get().texts("rules");
        if (references.isEmpty()) {
            filter.get().required("rules", "any, or names or ids of rules");
            return Optional.empty();
        }
        boolean any = references.size() == 1 && ANY.equals(references.get(0).getValue());
        return DetectionReader.condition(
                        filter.get(), source.get(), NO_SELECTIONS, new ArrayList<>())
                .map(
                        admits ->
                                new Draft.Filter(
                                        filter.get(),
                                        source.get(),
                                        any ? List.of() : references,
                                        admits));
    }
}
