package io.pumasentinel.elasticsearch;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;

/**
 * One document to write, already serialised.
 *
 * <p>Writing an operation twice has the effect of writing it once: a {@code CREATE} of an id that
 * exists changes nothing, and neither does an {@code INDEX_VERSIONED} whose version is not above
 * the stored one.
 *
 * @param kind how to write it
 * @param index the index, by its full name
 * @param id the document's id, at most 512 bytes, the same after every replay
 * @param version at least 1 for {@code INDEX_VERSIONED}; 0 for {@code CREATE}
 * @param source one JSON object on one line in UTF-8; not copied, not to be changed afterwards
 */
public record BulkOperation(Kind kind, String index, String id, long version, byte[] source)
        implements Serializable {

    private static final long serialVersionUID = 1L;

    /** What the action line and the braces around it take, without names. */
    private static final int ENVELOPE_BYTES = 80;

    private static final int MAX_ID_BYTES = 512;

    /** How an operation treats a document that exists. */
    public enum Kind {
        /** Leaves it. */
        CREATE,
        /** Replaces it if the operation's version is higher. */
        INDEX_VERSIONED
    }

    /**
     * Checks the names, the version and that the source is on one line.
     *
     * @throws IllegalArgumentException if one of them is not as described above
     */
    public BulkOperation {
        require(!index.isEmpty(), "index", index, "a name");
        require(isId(id), "id", id, "1 to 512 bytes");
        boolean versioned = kind == Kind.INDEX_VERSIONED;
        require(
                versioned ? version > 0 : version == 0,
                "version",
                version,
                "0, or above if versioned");
        require(isOneLine(source), "source", "a line break", "JSON on one line");
    }

    /** A document that is written if its id is free. */
    public static BulkOperation create(String index, String id, byte[] source) {
        return new BulkOperation(Kind.CREATE, index, id, 0, source);
    }

    /** A document that replaces its own lower versions. */
    public static BulkOperation indexVersioned(
            String index, String id, long version, byte[] source) {
        return new BulkOperation(Kind.INDEX_VERSIONED, index, id, version, source);
    }

    /** About the bytes that it takes in a request. */
    public long sizeBytes() {
        return (long) source.length + index.length() + id.length() + ENVELOPE_BYTES;
    }

    /** Without the source, which may hold what a log must not. */
    @Override
    public String toString() {
        return kind + " " + index + "/" + id + (version > 0 ? " version " + version : "");
    }

    /** Counts bytes only where characters may take more than one. */
    private static boolean isId(String id) {
        int length = id.length();
        return length > 0
                && length <= MAX_ID_BYTES
                && (length * 3 <= MAX_ID_BYTES
                        || id.getBytes(StandardCharsets.UTF_8).length <= MAX_ID_BYTES);
    }

    /** A line break would end the document early and make the rest an action of its own. */
    private static boolean isOneLine(byte[] source) {
        for (byte b : source) {
            if (b == '\n' || b == '\r') {
                return false;
            }
        }
        return source.length > 0;
    }

    private static void require(boolean holds, String what, Object got, String allowed) {
        if (!holds) {
            throw new IllegalArgumentException(
                    "bulk operation: wrong " + what + " (got " + got + "); allowed: " + allowed);
        }
    }
}
