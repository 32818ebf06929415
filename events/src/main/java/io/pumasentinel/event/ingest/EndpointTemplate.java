package io.pumasentinel.event.ingest;

import java.util.List;

/**
 * Names the endpoint behind a path: {@code GET /users/{id}}. A pure function of method and path;
 * the number of segments and their length are bounded, the number of different endpoints is not.
 */
final class EndpointTemplate {

    private static final int MAX_SEGMENTS = 8;
    private static final String ASSET = "/{asset}";

    private final List<EndpointPattern> patterns;

    private EndpointTemplate(List<EndpointPattern> patterns) {
        this.patterns = patterns;
    }

    /**
     * @throws IllegalArgumentException if a pattern does not begin with {@code /}
     */
    static EndpointTemplate of(List<String> patterns) {
        return new EndpointTemplate(patterns.stream().map(EndpointPattern::of).toList());
    }

    String of(String method, String path) {
        int end = path.indexOf(';');
        end = end < 0 ? path.length() : end;
        while (end > 1 && path.charAt(end - 1) == '/') {
            end--;
        }
        StringBuilder out = new StringBuilder(end + 24).append(known(method)).append(' ');
        if (end == 0) {
            return out.append('/').toString();
        }
        if (path.charAt(0) != '/') {
            return out.append('*').toString();
        }
        for (EndpointPattern pattern : patterns) {
            if (pattern.fits(path, end)) {
                return out.append(pattern.template()).toString();
            }
        }
        return template(out, path, end).toString();
    }

    private static StringBuilder template(StringBuilder out, String path, int end) {
        int pathStart = out.length();
        boolean asset = StaticFile.is(path, end);
        int from = 1;
        for (int segments = 0; from <= end; segments++) {
            int slash = path.indexOf('/', from);
            int to = slash < 0 || slash > end ? end : slash;
            if (segments == MAX_SEGMENTS) {
                return out.append("/{rest}");
            }
            boolean last = to == end;
            if (asset && (last || segments == 1)) {
                return out.append(ASSET);
            }
            out.append('/');
            Segment.append(out, path, from, to, last);
            from = to + 1;
        }
        return out.length() == pathStart ? out.append('/') : out;
    }

    private static String known(String method) {
        return switch (method) {
            case "GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT" ->
                    method;
            default -> "OTHER";
        };
    }
}
