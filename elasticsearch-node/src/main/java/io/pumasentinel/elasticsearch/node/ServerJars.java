package io.pumasentinel.elasticsearch.node;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The jars of the server, as the build listed them: those of its class path and those of its
 * transport, which it loads as a module. A jar in both places would end the node (it checks for
 * doubled classes).
 *
 * @param classPath jars and folders for the class path of the forked JVM, this module's own first
 * @param transport jars for {@code modules/transport-netty4}
 */
record ServerJars(List<Path> classPath, List<Path> transport) {

    private static final String LIST = "server.classpath";

    ServerJars {
        classPath = List.copyOf(classPath);
        transport = List.copyOf(transport);
    }

    /**
     * Reads the list that the build left beside the classes.
     *
     * @throws IOException if the list is absent or names a jar that is not there
     */
    static ServerJars fromBuild() throws IOException {
        return of(readList());
    }

    /**
     * Sorts a list of jars that is written as a class path.
     *
     * @throws IOException if it names a jar that is not there
     */
    static ServerJars of(String list) throws IOException {
        List<Path> classPath = new ArrayList<>();
        List<Path> transport = new ArrayList<>();
        classPath.add(ownClasses());
        for (String entry : list.trim().split(File.pathSeparator)) {
            Path jar = Path.of(entry);
            if (!Files.exists(jar)) {
                throw new IOException(
                        "the Elasticsearch server's jar is missing (got "
                                + jar
                                + "); build the module that lists it again on this machine");
            }
            (isTransport(jar) ? transport : classPath).add(jar);
        }
        return new ServerJars(classPath, transport);
    }

    private static String readList() throws IOException {
        try (InputStream list = ServerJars.class.getResourceAsStream(LIST)) {
            if (list == null) {
                throw new IOException(
                        "the list of the Elasticsearch server's jars is missing (got no resource "
                                + LIST
                                + "); build the module elasticsearch-node with Maven");
            }
            return new String(list.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static Path ownClasses() throws IOException {
        try {
            return Path.of(
                    ServerJars.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IOException("cannot tell where this module's classes are", e);
        }
    }

    private static boolean isTransport(Path jar) {
        String name = jar.getFileName().toString();
        return name.startsWith("netty-")
                || name.startsWith("transport-netty4-")
                || name.startsWith("elasticsearch-ssl-config-");
    }
}
