package io.pumasentinel.event.ingest;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Known fields by name, so that a line is read in one pass and what nobody wants is skipped with
 * all that lies below it. {@code {"url":{"path":"/"}}} and {@code {"url.path":"/"}} are the same.
 */
final class FieldTree {

    /** The path under which the collector knows the field, such as {@code stats.workers}. */
    final String path;

    /** Distinct within a tree, from 0. */
    final int id;

    @Nullable JsonField field;

    /** Whether the field may be a list. */
    boolean many;

    /** Whether it matters that its object begins. */
    boolean opens;

    /** Whether the configuration named it: then it wins. */
    boolean configured;

    private final Map<String, FieldTree> children = new HashMap<>();
    private FieldNames names = FieldNames.of(Map.of());
    private final int[] ids;

    private FieldTree(String path, int[] ids) {
        this.path = path;
        this.ids = ids;
        this.id = ids[0]++;
    }

    static FieldTree root() {
        return new FieldTree("", new int[1]);
    }

    /** The node at a dotted path, made if it is missing. */
    FieldTree at(String dotted) {
        return at(dotted, "");
    }

    /** The same; its fields are known under {@code prefix} and their path. */
    FieldTree at(String dotted, String prefix) {
        FieldTree node = this;
        int from = 0;
        while (from <= dotted.length()) {
            int dot = dotted.indexOf('.', from);
            int to = dot < 0 ? dotted.length() : dot;
            String known = prefix + dotted.substring(0, to);
            node =
                    node.children.computeIfAbsent(
                            dotted.substring(from, to), name -> new FieldTree(known, ids));
            from = to + 1;
        }
        return node;
    }

    /** Makes the tree ready to be looked into; it does not grow any more. */
    FieldTree finished() {
        Map<String, FieldTree> below = new HashMap<>();
        collect("", below);
        names = FieldNames.of(below);
        children.values().forEach(FieldTree::finished);
        return this;
    }

    /** The field of that name, dots as steps; null if nobody wants it. */
    @Nullable FieldTree find(byte[] b, int from, int to) {
        return names.find(b, from, to);
    }

    boolean hasChildren() {
        return !children.isEmpty();
    }

    /** How many nodes the tree has so far. */
    int size() {
        return ids[0];
    }

    private void collect(String prefix, Map<String, FieldTree> below) {
        children.forEach(
                (name, child) -> {
                    below.put(prefix + name, child);
                    child.collect(prefix + name + '.', below);
                });
    }
}
