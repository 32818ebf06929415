package io.pumasentinel.event.ingest;

import io.pumasentinel.event.Origin;
import org.jspecify.annotations.Nullable;

/**
 * Where in a line a text stands.
 *
 * @param origin whose line it is, the word of the wrappers around it included
 * @param depth how many wrappers were taken off
 * @param stream what the wrappers said of the stream that it came from
 * @param single whether it is one of several records of its line
 * @param pieces the lines of the file or partition that wait for pieces; null if nobody joins them
 */
record LinePlace(
        Origin origin, int depth, String stream, boolean single, @Nullable PieceJoin pieces) {

    static LinePlace of(RawLine line, @Nullable PieceJoin pieces) {
        return new LinePlace(line.origin(), 0, "", false, pieces);
    }

    /** In a wrapper at this place. */
    LinePlace inside(Origin inner, String innerStream) {
        String both = stream.isEmpty() ? innerStream : stream + '\n' + innerStream;
        return new LinePlace(inner, depth + 1, both, single, pieces);
    }

    /** The line's record of that number, from 0. */
    LinePlace record(int number) {
        var at = new Origin(origin.service(), origin.host(), origin.position().part(number));
        return new LinePlace(at, depth, stream, true, null);
    }
}
