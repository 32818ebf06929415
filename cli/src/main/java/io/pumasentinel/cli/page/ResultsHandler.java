package io.pumasentinel.cli.page;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Answers the page and its two questions, and refuses everything else.
 *
 * <p>A request must name this machine in {@code Host}: a foreign site whose name resolves to
 * 127.0.0.1 (DNS rebinding) gets 421. A search must come as JSON and without a foreign {@code
 * Origin}, which a form on another site cannot do.
 */
final class ResultsHandler implements HttpHandler {

    private static final Pattern LOCAL =
            Pattern.compile("(127\\.0\\.0\\.1|localhost|\\[::1])(:\\d{1,5})?");
    private static final int MAX_BODY_BYTES = 64 * 1024;
    private static final String JSON = "application/json; charset=utf-8";

    private final SearchBackend backend;
    private final byte[] page;

    ResultsHandler(SearchBackend backend) throws IOException {
        this.backend = backend;
        StringBuilder html = new StringBuilder(1 << 20);
        PageTemplate.render("{\"mode\":\"live\"}", html);
        this.page = html.toString().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Answer answer = isLocal(exchange) ? route(exchange) : refuse(421, "not this machine");
            send(exchange, answer);
        }
    }

    private record Answer(int status, String type, byte[] body) {}

    private static boolean isLocal(HttpExchange exchange) {
        Headers headers = exchange.getRequestHeaders();
        String host = headers.getFirst("Host");
        String origin = headers.getFirst("Origin");
        return host != null
                && LOCAL.matcher(host).matches()
                && (origin == null || origin.equals("http://" + host));
    }

    private Answer route(HttpExchange exchange) throws IOException {
        String method = exchange.getRequestMethod();
        return switch (exchange.getRequestURI().getPath()) {
            case "/" ->
                    only("GET", method, () -> new Answer(200, "text/html; charset=utf-8", page));
            case "/api/status" -> only("GET", method, () -> json(200, backend.status()));
            case "/api/search" -> only("POST", method, () -> search(exchange));
            default -> refuse(404, "unknown path");
        };
    }

    private interface Work {
        Answer run() throws IOException;
    }

    private static Answer only(String allowed, String method, Work work) throws IOException {
        return method.equals(allowed) ? work.run() : refuse(405, "allowed is " + allowed);
    }

    private Answer search(HttpExchange exchange) throws IOException {
        String type = exchange.getRequestHeaders().getFirst("Content-Type");
        if (type == null || !type.startsWith("application/json")) {
            return refuse(415, "allowed is application/json");
        }
        byte[] body = exchange.getRequestBody().readNBytes(MAX_BODY_BYTES + 1);
        if (body.length > MAX_BODY_BYTES) {
            return refuse(413, "body is too long; allowed are 65536 bytes");
        }
        SearchRequest request;
        try {
            String index = index(exchange.getRequestURI().getRawQuery());
            request = new SearchRequest(index, new String(body, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return refuse(400, String.valueOf(e.getMessage()));
        }
        try {
            return json(200, backend.search(request.index(), request.body()));
        } catch (IOException e) {
            return refuse(502, "Elasticsearch did not answer: " + e.getMessage());
        }
    }

    private static String index(@Nullable String query) {
        if (query == null || !query.startsWith("index=") || query.contains("&")) {
            throw new IllegalArgumentException("query is not index=… (got " + query + ")");
        }
        return URLDecoder.decode(query.substring("index=".length()), StandardCharsets.UTF_8);
    }

    private static Answer json(int status, String body) {
        return new Answer(status, JSON, body.getBytes(StandardCharsets.UTF_8));
    }

    private static Answer refuse(int status, String reason) {
        return json(status, Json.write(Json.MAPPER.createObjectNode().put("error", reason)));
    }

    private static void send(HttpExchange exchange, Answer answer) throws IOException {
        Headers headers = exchange.getResponseHeaders();
        headers.put("Content-Type", List.of(answer.type()));
        headers.put("Cache-Control", List.of("no-store"));
        headers.put("X-Content-Type-Options", List.of("nosniff"));
        headers.put("X-Frame-Options", List.of("DENY"));
        exchange.sendResponseHeaders(answer.status(), answer.body().length);
        exchange.getResponseBody().write(answer.body());
    }
}
