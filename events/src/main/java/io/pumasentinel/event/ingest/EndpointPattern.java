package io.pumasentinel.event.ingest;

import java.util.ArrayList;
import java.util.List;

/**
 * A declared endpoint path, matched segment by segment.
 *
 * @param segments literal segments; null stands for any one segment
 * @param open whether further segments may follow
 * @param template how the endpoint is called
 */
record EndpointPattern(List<String> segments, boolean open, String template) {

    /** Stands for any segment; no literal segment holds a slash. */
    private static final String ANY = "/";

    /**
     * @throws IllegalArgumentException if the pattern does not begin with {@code /}
     */
    static EndpointPattern of(String pattern) {
        if (!pattern.startsWith("/")) {
            throw new IllegalArgumentException(
                    "endpointPatterns: not a path (got %s); begins with /, such as /users/{name}"
                            .formatted(pattern));
        }
        List<String> segments = new ArrayList<>();
        StringBuilder template = new StringBuilder();
        boolean open = false;
        for (String segment : pattern.substring(1).split("/", -1)) {
            open = segment.equals("*");
            boolean named = segment.startsWith(":") || segment.startsWith("{");
            String shown = open ? "{rest}" : segment.startsWith(":") ? braced(segment) : segment;
            template.append('/').append(shown);
            if (!open) {
                segments.add(named ? ANY : segment);
            }
        }
        return new EndpointPattern(List.copyOf(segments), open, template.toString());
    }

    boolean fits(String path, int end) {
        int from = 1;
        for (String segment : segments) {
            if (from > end) {
                return false;
            }
            int slash = path.indexOf('/', from);
            int to = slash < 0 || slash > end ? end : slash;
            boolean same =
                    segment.equals(ANY)
                            ? to > from
                            : segment.length() == to - from && path.startsWith(segment, from);
            if (!same) {
                return false;
            }
            from = to + 1;
        }
        return open || from > end;
    }

    private static String braced(String segment) {
        return "{" + segment.substring(1) + "}";
    }
}
