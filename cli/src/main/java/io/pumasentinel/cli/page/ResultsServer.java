package io.pumasentinel.cli.page;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Serves the results page on this machine only (127.0.0.1), until closed.
 *
 * <p>It answers three requests: {@code GET /}, {@code GET /api/status} and {@code POST
 * /api/search?index=…}; see {@link ResultsHandler} for what it refuses.
 */
public final class ResultsServer implements AutoCloseable {

    private static final int THREADS = 4;

    private final HttpServer server;
    private final ExecutorService threads;

    private ResultsServer(HttpServer server, ExecutorService threads) {
        this.server = server;
        this.threads = threads;
    }

    /**
     * Starts the server.
     *
     * @param port the port wished for; 0 for any. Where it is taken a free one is used: see {@link
     *     #uri()}
     * @throws IOException where no port can be had
     */
    public static ResultsServer start(int port, SearchBackend backend) throws IOException {
        HttpServer server = bind(port);
        ExecutorService threads =
                Executors.newFixedThreadPool(
                        THREADS,
                        task -> {
                            Thread thread = new Thread(task, "results-page");
                            thread.setDaemon(true);
                            return thread;
                        });
        server.setExecutor(threads);
        server.createContext("/", new ResultsHandler(backend));
        server.start();
        return new ResultsServer(server, threads);
    }

    private static HttpServer bind(int port) throws IOException {
        InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
        try {
            return HttpServer.create(new InetSocketAddress(loopback, port), 0);
        } catch (BindException taken) {
            return HttpServer.create(new InetSocketAddress(loopback, 0), 0);
        }
    }

    /** Where the page is, with the port that it really got. */
    public URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
