package io.pumasentinel.event.ingest;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A declared endpoint path, matched segment by segment: literal text, a placeholder ({@code {name}}
 * or {@code :name}) for any one segment, text around a placeholder ({@code {id}.json}, {@code
 * user-{id}}), and a last {@code *} for whatever follows, also nothing.
 *
 * @param segments what the path's segments must be
 * @param open whether further segments may follow
 * @param template how the endpoint is called
 */
record EndpointPattern(List<Piece> segments, boolean open, String template) {

    private static final String WHERE = "endpointPatterns: ";

    /**
     * @throws IllegalArgumentException if {@link #problem} tells one
     */
    static EndpointPattern of(String pattern) {
        String problem = problem(pattern);
        if (problem != null) {
            throw new IllegalArgumentException(
                    WHERE
                            + problem
                            + " (got "
                            + pattern
                            + "); a path like /users/{name}, /users/:name, /users/{id}.json or"
                            + " /files/*");
        }
        List<Piece> segments = new ArrayList<>();
        StringBuilder template = new StringBuilder();
        boolean open = false;
        for (String segment : pattern.substring(1).split("/", -1)) {
            open = segment.equals("*");
            String shown = segment.startsWith(":") ? "{" + segment.substring(1) + "}" : segment;
            template.append('/').append(open ? "{rest}" : shown);
            if (!open) {
                segments.add(Piece.of(shown));
            }
        }
        return new EndpointPattern(List.copyOf(segments), open, template.toString());
    }

    /** What is wrong with a pattern; null if nothing is. */
    static @Nullable String problem(String pattern) {
        if (!pattern.startsWith("/")) {
            return "not a path";
        }
        String[] segments = pattern.substring(1).split("/", -1);
        for (int i = 0; i < segments.length; i++) {
            String problem = segmentProblem(segments[i], i == segments.length - 1);
            if (problem != null) {
                return problem;
            }
        }
        return null;
    }

    private static @Nullable String segmentProblem(String segment, boolean last) {
        if (segment.isEmpty() && !last) {
            return "an empty segment";
        }
        if (segment.indexOf('*') >= 0 && !(last && segment.equals("*"))) {
            return "a * that is not the last segment";
        }
        if (segment.equals(":")) {
            return "a placeholder without a name";
        }
        int open = segment.indexOf('{');
        int close = segment.indexOf('}');
        if (open < 0 && close < 0) {
            return null;
        }
        boolean one = open == segment.lastIndexOf('{') && close == segment.lastIndexOf('}');
        if (!one || open < 0 || close < open) {
            return "braces that are not one pair in a segment";
        }
        return close == open + 1 ? "a placeholder without a name" : null;
    }

    /** Whether {@code path[0, end)} is of this form; the path has no empty segments. */
    boolean fits(String path, int end) {
        int from = 1;
        for (Piece segment : segments) {
            if (from > end) {
                return false;
            }
            int slash = path.indexOf('/', from);
            int to = slash < 0 || slash > end ? end : slash;
            if (!segment.fits(path, from, to)) {
                return false;
            }
            from = to + 1;
        }
        return open || from >= end;
    }

    /**
     * One segment.
     *
     * @param before text that begins it; all of it if {@code any} is not set
     * @param any whether something must stand between {@code before} and {@code after}
     * @param after text that ends it
     */
    private record Piece(String before, boolean any, String after) {

        static Piece of(String segment) {
            int open = segment.indexOf('{');
            return open < 0
                    ? new Piece(segment, false, "")
                    : new Piece(
                            segment.substring(0, open),
                            true,
                            segment.substring(segment.indexOf('}') + 1));
        }

        boolean fits(String path, int from, int to) {
            int fixed = before.length() + after.length();
            boolean length = any ? to - from > fixed : to - from == fixed;
            return length
                    && path.startsWith(before, from)
                    && path.startsWith(after, to - after.length());
        }
    }
}
