package io.pumasentinel.cli.kibana;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * Answers as Kibana does where the set-up asks; the bodies have the shapes that a running 7.10.2
 * gave, and those of 8.19's source where they differ. What Kibana would refuse it refuses, too.
 */
public final class FakeKibana implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** An answer that a test has scripted for the next request. */
    record Scripted(int status, String body) {}

    private final HttpServer server;
    private final String scheme;
    private final String version;
    private final FakeSpaces spaces;
    private final Deque<Scripted> script = new ArrayDeque<>();
    private final List<String> requests = new ArrayList<>();
    private @Nullable String authorization;
    private String level = "available";
    private String imported = "";
    private int maxImportBytes = Integer.MAX_VALUE;

    private FakeKibana(HttpServer server, String version) {
        this.server = server;
        this.scheme = server instanceof HttpsServer ? "https" : "http";
        this.version = version;
        this.spaces = new FakeSpaces(!version.startsWith("7."));
        server.createContext("/", this::handle);
        server.start();
    }

    /** One of a version; 7.10 is the free distribution, which has no spaces. */
    public static FakeKibana ofVersion(String version) throws IOException {
        return new FakeKibana(HttpServer.create(anyPort(), 0), version);
    }

    static FakeKibana overTls(SSLContext tls, String version) throws IOException {
        HttpsServer server = HttpsServer.create(anyPort(), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(tls));
        return new FakeKibana(server, version);
    }

    /** Where it answers. */
    public String url() {
        return scheme + "://localhost:" + server.getAddress().getPort();
    }

    FakeSpaces spaces() {
        return spaces;
    }

    /** Method and address of every request so far. */
    public synchronized List<String> requests() {
        return List.copyOf(requests);
    }

    /** The file of the last import, as it came out of the form. */
    public synchronized String imported() {
        return imported;
    }

    synchronized void next(Scripted... answers) {
        script.addAll(List.of(answers));
    }

    /** From now on only who asks with this header is let in. */
    public synchronized void letIn(String header) {
        authorization = header;
    }

    synchronized void level(String now) {
        level = now;
    }

    synchronized void takeAtMost(int bytes) {
        maxImportBytes = bytes;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private synchronized void handle(HttpExchange exchange) throws IOException {
        String target = exchange.getRequestURI().toString();
        requests.add(exchange.getRequestMethod() + " " + target);
        byte[] body = exchange.getRequestBody().readAllBytes();
        Scripted answer = script.isEmpty() ? answer(exchange, target, body) : script.remove();
        byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private Scripted answer(HttpExchange exchange, String target, byte[] body) throws IOException {
        String method = exchange.getRequestMethod();
        String who = exchange.getRequestHeaders().getFirst("Authorization");
        if (authorization != null && !authorization.equals(who)) {
            return error(401, "Unauthorized", "[security_exception]: unable to authenticate user");
        }
        if (!method.equals("GET") && exchange.getRequestHeaders().getFirst("kbn-xsrf") == null) {
            return error(400, "Bad Request", "Request must contain a kbn-xsrf header.");
        }
        String space = "default";
        String path = target;
        if (target.startsWith("/s/")) {
            space = target.substring(3, target.indexOf('/', 3));
            path = target.substring(3 + space.length());
        }
        return switch (method + " " + path.replaceFirst("(/_[a-z]+|/space)?[?].*", "$1")) {
            case "GET /api/status" -> new Scripted(200, status());
            case "GET /api/spaces/space" -> list();
            case "POST /api/spaces/space" -> make(body);
            case "POST /api/saved_objects/_import" -> load(exchange, space, path, body);
            case "GET /api/saved_objects/_find" ->
                    new Scripted(200, spaces.find(space, path).toString());
            default -> method.equals("DELETE") ? delete(space, path) : notFound("Not Found");
        };
    }

    private String status() {
        String overall =
                version.startsWith("7.")
                        ? "{\"since\":\"2026-11-25T22:14:36.832Z\",\"state\":\"" + level + "\"}"
                        : "{\"level\":\""
                                + level
                                + "\",\"summary\":\"All services are "
                                + level
                                + "\"}";
        return "{\"name\":\"kibana\",\"uuid\":\"bb240ceb\",\"version\":{\"number\":\""
                + version
                + "\",\"build_snapshot\":false},\"status\":{\"overall\":"
                + overall
                + "}}";
    }

    private boolean hasSpaces() {
        return !version.startsWith("7.10");
    }

    private Scripted list() {
        return hasSpaces()
                ? new Scripted(
                        200,
                        spaces.names().stream()
                                .map(id -> "{\"id\":\"" + id + "\",\"name\":\"" + id + "\"}")
                                .collect(Collectors.joining(",", "[", "]")))
                : notFound("Not Found");
    }

    private Scripted make(byte[] body) throws IOException {
        String id = JSON.readTree(body).path("id").asText();
        if (!hasSpaces() || JSON.readTree(body).path("name").asText().isEmpty()) {
            return notFound("Not Found");
        }
        if (spaces.names().contains(id)) {
            return error(409, "Conflict", "A space with the identifier " + id + " already exists.");
        }
        spaces.make(id);
        return new Scripted(200, new String(body, StandardCharsets.UTF_8));
    }

    private Scripted load(HttpExchange exchange, String space, String path, byte[] body)
            throws IOException {
        if (body.length > maxImportBytes) {
            return error(
                    413,
                    "Request Entity Too Large",
                    "Payload content length greater than maximum allowed: " + maxImportBytes);
        }
        ReceivedForm form =
                ReceivedForm.read(exchange.getRequestHeaders().getFirst("Content-Type"), body);
        if (form == null || !form.field().equals("file") || !path.endsWith("?overwrite=true")) {
            return error(415, "Unsupported Media Type", "Unsupported Media Type");
        }
        if (!form.fileName().endsWith(".ndjson")) {
            return error(400, "Bad Request", "Invalid file extension " + form.fileName());
        }
        imported = form.content();
        return new Scripted(200, spaces.load(space, imported).toString());
    }

    private Scripted delete(String space, String path) {
        String key =
                URLDecoder.decode(
                        path.replace("/api/saved_objects/", "").replace("?force=true", ""),
                        StandardCharsets.UTF_8);
        return spaces.delete(space, key)
                ? new Scripted(200, "{}")
                : notFound("Saved object [" + key + "] not found");
    }

    private static Scripted notFound(String message) {
        return error(404, "Not Found", message);
    }

    static Scripted error(int status, String error, String message) {
        return new Scripted(
                status,
                JSON.createObjectNode()
                        .put("statusCode", status)
                        .put("error", error)
                        .put("message", message)
                        .toString());
    }

    private static InetSocketAddress anyPort() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }
}
