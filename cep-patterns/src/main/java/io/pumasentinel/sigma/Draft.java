package io.pumasentinel.sigma;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/**
 * One document, understood by itself but not yet joined with the others.
 *
 * @param section where it was read
 * @param detection filled for a detection
 * @param correlation filled for a correlation
 */
record Draft(
        Section section,
        RuleMeta meta,
        @Nullable Detection detection,
        @Nullable Correlation correlation,
        @Nullable Filter filter) {

    /**
     * The own part of a filter.
     *
     * @param section its {@code filter} map
     * @param references names or ids of the rules that it narrows, as written; empty for all
     * @param admits what still counts
     */
    record Filter(Section section, LogSource source, List<ScalarNode> references, Matcher admits) {}

    /**
     * The own part of a detection.
     *
     * @param condition as it is evaluated
     * @param lines the lines of its selections
     * @param conditions as written; one of them must hold
     */
    record Detection(
            LogSource source, Matcher condition, List<RuleLine> lines, List<String> conditions) {}

    /**
     * An alias, as written.
     *
     * @param node where its name stands
     * @param understood whether all of its entries are
     */
    record Alias(String name, Node node, List<AliasEntry> entries, boolean understood) {}

    /**
     * What an alias is in one rule.
     *
     * @param rule the rule's name or id
     * @param node where that stands
     */
    record AliasEntry(String rule, Node node, Field field) {}

    /**
     * The own part of a correlation.
     *
     * @param section its {@code correlation} map
     * @param references names or ids of other rules, as written
     * @param groupBy the fields of the group-by
     * @param aliases the aliases of the group-by, by name
     */
    record Correlation(
            Section section,
            CorrelationType type,
            List<ScalarNode> references,
            List<Field> groupBy,
            List<Alias> aliases,
            long timespanMillis,
            Bounds bounds,
            List<Field> fields,
            boolean generate) {

        /** The names of the group-by in a fixed order; empty for the service. */
        String groupText() {
            return Grouping.text(groupBy, aliases.stream().map(Alias::name).toList());
        }
    }
}
