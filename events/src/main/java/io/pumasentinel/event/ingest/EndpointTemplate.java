package io.pumasentinel.event.ingest;

import java.util.List;

/**
 * Names the endpoint behind a path: {@code GET /users/{id}}. A pure function of method and path;
 * the number of segments and their length are bounded, the number of different endpoints is not.
 *
 * <p>Empty segments and a trailing slash are left out, as Rails' router does, and so are the
 * parameters of a segment ({@code ;jsessionid=1}). Declared patterns go first, in their order; then
 * the segments are told apart by their shape. Work is linear in the path's length. Not thread-safe.
 */
final class EndpointTemplate {

    private static final int MAX_SEGMENTS = 8;
    private static final String ASSET = "/{asset}";

    private final List<EndpointPattern> patterns;

    /** Of the template that is being made. */
    private final StringBuilder out = new StringBuilder();

    private EndpointTemplate(List<EndpointPattern> patterns) {
        this.patterns = patterns;
    }

    /**
     * @throws IllegalArgumentException if {@link EndpointPattern#problem} tells of a pattern
     */
    static EndpointTemplate of(List<String> patterns) {
        return new EndpointTemplate(patterns.stream().map(EndpointPattern::of).toList());
    }

    String of(String method, String path) {
        out.setLength(0);
        out.append(known(method)).append(' ');
        if (path.isEmpty()) {
            return out.append('/').toString();
        }
        if (path.charAt(0) != '/') {
            return out.append('*').toString();
        }
        String bare = bare(path);
        int end = bare.length() > 1 && bare.endsWith("/") ? bare.length() - 1 : bare.length();
        for (EndpointPattern pattern : patterns) {
            if (pattern.fits(bare, end)) {
                return out.append(pattern.template()).toString();
            }
        }
        return template(out, bare, end).toString();
    }

    private static StringBuilder template(StringBuilder out, String path, int end) {
        int start = out.length();
        boolean stored = StoredFile.is(path);
        boolean asset = !stored && StaticFile.is(path, end);
        int most = stored ? StoredFile.SEGMENTS : MAX_SEGMENTS;
        int from = 1;
        for (int segments = 0; from < end; segments++) {
            int slash = path.indexOf('/', from);
            int to = slash < 0 || slash > end ? end : slash;
            if (segments == most) {
                return out.append("/{rest}");
            }
            boolean last = to == end;
            if (asset && (last || segments == 1)) {
                return out.append(ASSET);
            }
            out.append('/');
            if (from == 1 && LocaleSegment.is(path, from, to)) {
                out.append("{locale}");
            } else {
                Segment.append(out, path, from, to, last);
            }
            from = to + 1;
        }
        return out.length() == start ? out.append('/') : out;
    }

    /** Without parameters and empty segments; the same string if there are none. */
    static String bare(String path) {
        if (path.indexOf(';') < 0 && !path.contains("//")) {
            return path;
        }
        StringBuilder out = new StringBuilder(path.length());
        boolean parameter = false;
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            parameter = c != '/' && (parameter || c == ';');
            boolean again = c == '/' && !out.isEmpty() && out.charAt(out.length() - 1) == '/';
            if (!parameter && !again) {
                out.append(c);
            }
        }
        return out.toString();
    }

    private static String known(String method) {
        return switch (method) {
            case "GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT" ->
                    method;
            default -> "OTHER";
        };
    }
}
