package io.pumasentinel.elasticsearch.node;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The folder of one node: what a distribution holds ({@code config}, {@code modules}, {@code
 * plugins}), its data, its logs. Laying it out again over an old one renews the distribution and
 * leaves the data.
 *
 * @param root the folder
 */
record NodeHome(Path root) {

    private static final String DESCRIPTOR =
            "META-INF/es-plugins/transport-netty4/plugin-descriptor.properties";

    NodeHome {
        root = root.toAbsolutePath().normalize();
    }

    Path config() {
        return root.resolve("config");
    }

    Path logs() {
        return root.resolve("logs");
    }

    /** The node's own log. */
    Path log() {
        return logs().resolve("node.log");
    }

    /** What the forked JVM wrote to its standard error. */
    Path console() {
        return logs().resolve("console.log");
    }

    Path temporary() {
        return root.resolve("tmp");
    }

    /** Creates the folders that the JVM needs before any class of the server runs. */
    void createFolders() throws IOException {
        for (Path folder : new Path[] {config(), logs(), temporary(), root.resolve("plugins")}) {
            Files.createDirectories(folder);
        }
    }

    /** Lays the server's jars and its logging configuration out as the node expects them. */
    void layOut(ServerJars jars) throws IOException {
        createFolders();
        try (InputStream log = NodeHome.class.getResourceAsStream("node-log4j2.properties")) {
            if (log == null) {
                throw new IOException("the node's logging configuration is missing from its jar");
            }
            Files.copy(
                    log,
                    config().resolve("log4j2.properties"),
                    StandardCopyOption.REPLACE_EXISTING);
        }
        Path module = root.resolve("modules/transport-netty4");
        empty(module);
        for (Path jar : jars.transport()) {
            String name = jar.getFileName().toString();
            Files.copy(jar, module.resolve(name));
            if (name.startsWith("transport-netty4-")) {
                writeDescriptor(jar, module);
            }
        }
    }

    private static void empty(Path folder) throws IOException {
        Files.createDirectories(folder);
        try (Stream<Path> old = Files.list(folder)) {
            for (Path file : old.collect(Collectors.toList())) {
                Files.delete(file);
            }
        }
    }

    /** The jar's own descriptor, without the module name: the node runs off the module path. */
    private static void writeDescriptor(Path jar, Path module) throws IOException {
        try (FileSystem content = FileSystems.newFileSystem(jar)) {
            String descriptor =
                    Files.readAllLines(content.getPath(DESCRIPTOR), StandardCharsets.UTF_8).stream()
                            .filter(line -> !line.startsWith("modulename"))
                            .collect(Collectors.joining("\n", "", "\n"));
            Files.writeString(module.resolve("plugin-descriptor.properties"), descriptor);
        }
    }
}
