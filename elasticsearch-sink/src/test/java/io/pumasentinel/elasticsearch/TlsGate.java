package io.pumasentinel.elasticsearch;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Stands before a node without security: speaks TLS, refuses every request (401) but those with the
 * one {@code Authorization} that it accepts, answers for the roles ({@link RoleDesk}), refuses what
 * the role of that one does not grant (403), and passes the rest on.
 */
final class TlsGate implements AutoCloseable {

    private final URI node;
    private final HttpsServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final AtomicInteger refused = new AtomicInteger();
    private final AtomicInteger forbidden = new AtomicInteger();
    private volatile String accepted = "nobody";
    private volatile RoleDesk desk = RoleDesk.ofAdministrator();

    TlsGate(URI node, TestCertificates certificates) throws Exception {
        this.node = node;
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(certificates.server()));
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    String url() {
        return "https://localhost:" + server.getAddress().getPort();
    }

    /** From now on only this header opens. */
    void accept(String authorization) {
        accepted = authorization;
    }

    void serve(RoleDesk other) {
        desk = other;
    }

    /** How many requests had another authorization than the accepted one. */
    int refused() {
        return refused.get();
    }

    /** How many requests the role did not grant. */
    int forbidden() {
        return forbidden.get();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            String authorization = exchange.getRequestHeaders().getFirst("Authorization");
            if (!accepted.equals(authorization)) {
                refused.incrementAndGet();
                exchange.getResponseHeaders().add("WWW-Authenticate", "Basic realm=\"security\"");
                exchange.getResponseHeaders().add("WWW-Authenticate", "ApiKey");
                send(exchange, RoleDesk.refusal(401, "unable to authenticate the user"));
                return;
            }
            String method = exchange.getRequestMethod();
            RoleDesk.Reply reply = desk.reply(method, exchange.getRequestURI(), body);
            if (reply.status() == 403) {
                forbidden.incrementAndGet();
            }
            send(exchange, reply.status() == RoleDesk.PASS ? forward(exchange, body) : reply);
        }
    }

    private RoleDesk.Reply forward(HttpExchange exchange, byte[] body) throws IOException {
        String type = exchange.getRequestHeaders().getFirst("Content-Type");
        HttpRequest request =
                HttpRequest.newBuilder(node.resolve(exchange.getRequestURI().toString()))
                        .header("Content-Type", type == null ? "application/json" : type)
                        .method(
                                exchange.getRequestMethod(),
                                HttpRequest.BodyPublishers.ofByteArray(body))
                        .build();
        try {
            HttpResponse<String> answer =
                    client.send(request, HttpResponse.BodyHandlers.ofString(UTF_8));
            return new RoleDesk.Reply(answer.statusCode(), answer.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private static void send(HttpExchange exchange, RoleDesk.Reply reply) throws IOException {
        byte[] body = reply.body().getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        boolean head = exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(reply.status(), head || body.length == 0 ? -1 : body.length);
        if (!head) {
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
