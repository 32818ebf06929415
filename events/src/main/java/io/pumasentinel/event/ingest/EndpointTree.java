package io.pumasentinel.event.ingest;

import io.pumasentinel.event.ingest.EndpointProposal.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Tells names from values by how many texts stand at one place of the paths and how rare. */
final class EndpointTree {

    /** So many different names at one place are rare in an application's routes. */
    private static final int MANY = 20;

    /** So many texts that one route serves are no coincidence. */
    private static final int MANY_OF_A_ROUTE = 3;

    /** A text that is requested less often than this is rare. */
    private static final int RARE = 4;

    /** A text is a name among values if it has so many requests and such a share of them. */
    private static final int FREQUENT = 20;

    private static final double FREQUENT_SHARE = 0.05;
    private static final String VALUE = "{value}";
    private static final String REST = "/{rest}";

    private EndpointTree() {}

    static boolean placeholder(String name) {
        return name.startsWith("{");
    }

    /** Unites the texts that are values, from the root on. */
    static void unite(PathNode node) {
        List<String> texts = values(node);
        if (!texts.isEmpty()) {
            PathNode united = new PathNode();
            united.byRoute = !rare(node, names(node));
            united.united = texts.size();
            for (String text : texts) {
                PathNode child = node.next.remove(text);
                if (child != null) {
                    united.unite(child);
                }
            }
            node.next.put(VALUE, united);
        }
        node.next.values().forEach(EndpointTree::unite);
    }

    /** Proposals below a node; {@code united} is the nearest united one above, if any. */
    static void collect(
            PathNode node, String path, @Nullable PathNode united, List<EndpointProposal> found) {
        PathNode values = node.next.get(VALUE);
        for (Map.Entry<String, PathNode> entry : node.next.entrySet()) {
            String name = entry.getKey();
            PathNode child = entry.getValue();
            boolean value = name.equals(VALUE);
            String here = path + "/" + (value ? placeholderAfter(path) : name);
            PathNode cause = value ? child : united;
            if (cause != null && child.ends > 0) {
                Reason why = cause.byRoute ? Reason.ONE_ROUTE : Reason.MANY_VALUES;
                found.add(proposal(here, why, child, cause.united));
            }
            if (values != null && !placeholder(name)) {
                keep(here, child, values, found);
            }
            few(path, name, child, found);
            collect(child, here, cause, found);
        }
    }

    /** A name's paths that the pattern of the values beside it would take. */
    private static void keep(
            String path, PathNode name, PathNode values, List<EndpointProposal> found) {
        if (name.ends > 0 && values.ends > 0) {
            found.add(proposal(path, Reason.NAME_AMONG_VALUES, name, 1));
        }
        name.next.forEach(
                (text, child) -> {
                    PathNode same = values.next.get(text);
                    if (same != null) {
                        keep(path + "/" + text, child, same, found);
                    }
                });
    }

    /** Names that the template took for values. */
    private static void few(
            String path, String name, PathNode child, List<EndpointProposal> found) {
        boolean doubtful =
                name.startsWith("{slug}")
                        || name.startsWith("{text}")
                        || name.startsWith("{token}");
        boolean few = !child.manyValues && !child.values.isEmpty() && child.next.isEmpty();
        if (!doubtful || !few || child.values.values().stream().anyMatch(n -> n < FREQUENT)) {
            return;
        }
        child.values.forEach(
                (text, count) ->
                        found.add(
                                new EndpointProposal(
                                        path + "/" + text,
                                        Reason.FEW_VALUES,
                                        count,
                                        1,
                                        List.of(path + "/" + text))));
    }

    private static EndpointProposal proposal(
            String pattern, Reason reason, PathNode node, long values) {
        String declared =
                pattern.endsWith(REST)
                        ? pattern.substring(0, pattern.length() - REST.length()) + "/*"
                        : pattern;
        return new EndpointProposal(declared, reason, node.ends, values, node.examples);
    }

    private static SortedMap<String, PathNode> names(PathNode node) {
        TreeMap<String, PathNode> names = new TreeMap<>(node.next);
        names.keySet().removeIf(EndpointTree::placeholder);
        return names;
    }

    /** The texts below a node that are values; empty if they are names. */
    private static List<String> values(PathNode node) {
        SortedMap<String, PathNode> names = names(node);
        return rare(node, names) ? rest(names) : ofOneRoute(names);
    }

    private static boolean rare(PathNode node, SortedMap<String, PathNode> names) {
        long rare = names.values().stream().filter(child -> child.passes < RARE).count();
        return names.size() >= MANY && rare * 2 >= names.size() && !node.next.containsKey(VALUE);
    }

    private static List<String> rest(SortedMap<String, PathNode> names) {
        long all = names.values().stream().mapToLong(child -> child.passes).sum();
        double frequent = Math.max(FREQUENT, all * FREQUENT_SHARE);
        List<String> texts = new ArrayList<>();
        names.forEach(
                (text, child) -> {
                    if (child.passes < frequent) {
                        texts.add(text);
                    }
                });
        return texts;
    }

    private static List<String> ofOneRoute(SortedMap<String, PathNode> names) {
        Map<String, List<String>> byRoute = new TreeMap<>();
        names.forEach(
                (text, child) -> {
                    String route = child.nearestRoute();
                    if (route != null) {
                        byRoute.computeIfAbsent(route, r -> new ArrayList<>()).add(text);
                    }
                });
        List<String> most = List.of();
        for (List<String> texts : byRoute.values()) {
            most = texts.size() > most.size() ? texts : most;
        }
        return most.size() >= MANY_OF_A_ROUTE ? most : List.of();
    }

    /** {@code /shops} takes a {@code {shop}}, {@code /categories} a {@code {category}}. */
    private static String placeholderAfter(String path) {
        String last = path.substring(path.lastIndexOf('/') + 1);
        boolean word = !last.isEmpty() && last.chars().allMatch(c -> c >= 'a' && c <= 'z');
        if (!word || last.length() < 3 || !last.endsWith("s") || last.endsWith("ss")) {
            return "{name}";
        }
        return last.endsWith("ies")
                ? "{" + last.substring(0, last.length() - 3) + "y}"
                : "{" + last.substring(0, last.length() - 1) + "}";
    }
}
