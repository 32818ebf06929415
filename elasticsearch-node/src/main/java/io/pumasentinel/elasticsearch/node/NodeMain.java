package io.pumasentinel.elasticsearch.node;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.elasticsearch.common.logging.LogConfigurator;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.env.Environment;
import org.elasticsearch.http.HttpServerTransport;
import org.elasticsearch.node.InternalSettingsPreparer;
import org.elasticsearch.node.Node;
import org.elasticsearch.node.NodeValidationException;
import org.elasticsearch.plugins.PluginBundle;
import org.elasticsearch.plugins.PluginsLoader;

/**
 * The forked JVM's entry: starts one node, tells its port in one line on standard output, and ends
 * when standard input closes or on SIGTERM.
 *
 * <p>Standard input is the parent's end of a pipe: it closes when the parent dies however it dies,
 * so no node outlives its parent. SIGINT is ignored, because Ctrl-C in a terminal reaches parent
 * and child at once and the parent still needs the node to end in order.
 */
public final class NodeMain {

    /** Starts the line that tells the port. */
    static final String UP = "UP ";

    /** Starts the line that tells why there is no node. */
    static final String FAILED = "FAILED ";

    private NodeMain() {}

    /**
     * Runs the node.
     *
     * @param args the data folder and the HTTP port (0 = a free one)
     */
    public static void main(String[] args) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        try {
            ignoreInterrupt();
            Node node = start(new NodeHome(Path.of(args[0])), Integer.parseInt(args[1]));
            Runtime.getRuntime().addShutdownHook(new Thread(() -> close(node), "close-node"));
            out.println(UP + httpPort(node));
            awaitEndOfInput();
        } catch (Exception | LinkageError e) {
            out.println(FAILED + sentence(e));
            e.printStackTrace();
            System.exit(1);
        }
        System.exit(0);
    }

    private static Node start(NodeHome home, int port)
            throws IOException, NodeValidationException, ReflectiveOperationException {
        LogConfigurator.registerErrorListener();
        LogConfigurator.configureESLogging();
        Environment environment =
                InternalSettingsPreparer.prepareEnvironment(
                        settings(home, port), Map.of(), home.config(), () -> "puma-sentinel");
        LogConfigurator.configure(environment, false);
        PluginsLoader plugins =
                PluginsLoader.createPluginsLoader(
                        bundles("loadModulesBundles", environment.modulesDir()),
                        bundles("loadPluginsBundles", environment.pluginsDir()),
                        Map.of(),
                        false);
        return new Node(environment, plugins).start();
    }

    /** By reflection: 9.x asks in a second argument whether stateless plugins are wanted. */
    @SuppressWarnings("unchecked")
    private static Set<PluginBundle> bundles(String loader, Path folder)
            throws ReflectiveOperationException {
        for (Method method : PluginsLoader.class.getMethods()) {
            if (method.getName().equals(loader)) {
                return (Set<PluginBundle>)
                        (method.getParameterCount() == 1
                                ? method.invoke(null, folder)
                                : method.invoke(null, folder, false));
            }
        }
        throw new NoSuchMethodException("PluginsLoader." + loader);
    }

    private static Settings settings(NodeHome home, int port) {
        return Settings.builder()
                .put("path.home", home.root())
                .put("path.data", home.root().resolve("data"))
                .put("path.logs", home.logs())
                .put("cluster.name", "puma-sentinel")
                .put("node.name", "puma-sentinel")
                .put("network.host", "127.0.0.1")
                .put("http.port", port)
                .put("transport.port", 0)
                .put("http.type", "netty4")
                .put("transport.type", "netty4")
                .put("discovery.type", "single-node")
                // A laptop's disk is often fuller than a server's may be.
                .put("cluster.routing.allocation.disk.threshold_enabled", false)
                .build();
    }

    private static int httpPort(Node node) {
        return node.injector()
                .getInstance(HttpServerTransport.class)
                .boundAddress()
                .publishAddress()
                .getPort();
    }

    private static void awaitEndOfInput() throws IOException {
        while (System.in.read() >= 0) {
            // What the parent writes has no meaning; only the end of it has.
        }
    }

    private static void close(Node node) {
        try {
            node.prepareForClose();
            node.close();
            node.awaitClose(10, TimeUnit.SECONDS);
        } catch (IOException e) {
            System.err.println("the node did not close in order: " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** By reflection: the compiler refuses to see {@code sun.misc} without a warning. */
    private static void ignoreInterrupt() {
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            Object interrupt = signal.getConstructor(String.class).newInstance("INT");
            Method handle = signal.getMethod("handle", signal, handler);
            handle.invoke(null, interrupt, handler.getField("SIG_IGN").get(null));
        } catch (ReflectiveOperationException | IllegalArgumentException e) {
            System.err.println("Ctrl-C will end the node at once: " + e);
        }
    }

    /** The innermost cause: the outer ones only say that something did not start. */
    private static String sentence(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        String message = cause.getMessage();
        String text = message == null ? cause.getClass().getSimpleName() : message;
        return text.lines().findFirst().orElse(text);
    }
}
