package io.pumasentinel.job.config;

import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * One option of the file being read.
 *
 * @param reading where its problems go
 * @param path its full name; empty for the whole file
 * @param place of its key, or of the nearest thing around it that the file has
 */
record Field(Reading reading, String path, Place place) {

    private static final int SHOWN_CHARACTERS = 80;

    Field child(String name, Place at) {
        return new Field(reading, path.isEmpty() ? name : path + "." + name, at);
    }

    Field item(int index, Node node) {
        return new Field(reading, path + "[" + index + "]", Place.of(node));
    }

    void problem(Place at, String message) {
        reading.add(at, path.isEmpty() ? "file" : path, message);
    }

    void problem(Node at, String what, String got, String allowed) {
        problem(Place.of(at), what + " (got " + got + "); " + allowed);
    }

    /** The node is of the wrong kind: says which kind it is, not what it holds. */
    void wrongKind(Node node, String wanted, String allowed) {
        problem(node, isNull(node) ? "no value" : "not " + wanted, kind(node), allowed);
    }

    static boolean isNull(Node node) {
        return node instanceof ScalarNode scalar && scalar.getTag().equals(Tag.NULL);
    }

    /** Shortened and on one line, in quotes. */
    static String quote(String text) {
        String oneLine =
                text.codePoints()
                        .limit(SHOWN_CHARACTERS + 1L)
                        .map(Field::visible)
                        .collect(
                                StringBuilder::new,
                                StringBuilder::appendCodePoint,
                                StringBuilder::append)
                        .toString();
        boolean cut = oneLine.codePointCount(0, oneLine.length()) > SHOWN_CHARACTERS;
        return "'"
                + (cut
                        ? oneLine.substring(0, oneLine.offsetByCodePoints(0, SHOWN_CHARACTERS))
                                + "…"
                        : oneLine)
                + "'";
    }

    private static int visible(int codePoint) {
        return Character.isISOControl(codePoint) ? ' ' : codePoint;
    }

    private static String kind(Node node) {
        if (isNull(node)) {
            return "nothing";
        }
        if (node instanceof SequenceNode) {
            return "a list";
        }
        return node instanceof MappingNode ? "a mapping" : "a single value";
    }
}
