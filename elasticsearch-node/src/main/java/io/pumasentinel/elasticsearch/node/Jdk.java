package io.pumasentinel.elasticsearch.node;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A Java runtime on this machine.
 *
 * @param home its folder
 * @param feature its feature release, such as 17
 */
public record Jdk(Path home, int feature) {

    private static final Path DEBIAN = Path.of("/usr/lib/jvm");

    /** The one that this process runs on. */
    public static Jdk current() {
        return new Jdk(Path.of(System.getProperty("java.home")), Runtime.version().feature());
    }

    /**
     * The oldest one of at least that feature release: this process's own, those that environment
     * variables such as {@code JAVA_HOME} or {@code JAVA_HOME_21_X64} name, those in {@code
     * /usr/lib/jvm}.
     */
    public static Optional<Jdk> atLeast(int feature) {
        List<Path> homes = new ArrayList<>();
        for (Map.Entry<String, String> variable : System.getenv().entrySet()) {
            if (variable.getKey().matches("(JAVA|JDK).*HOME.*|.*_JDK")) {
                homes.add(Path.of(variable.getValue()));
            }
        }
        homes.addAll(installed(DEBIAN));
        return Stream.concat(
                        Stream.of(current()), homes.stream().flatMap(home -> in(home).stream()))
                .filter(jdk -> jdk.feature() >= feature)
                .min(Comparator.comparingInt(Jdk::feature));
    }

    /** Its launcher. */
    Path java() {
        return home.resolve("bin").resolve("java");
    }

    /** The runtime in a folder, by its {@code release} file. */
    static Optional<Jdk> in(Path home) {
        if (!Files.isExecutable(home.resolve("bin/java"))) {
            return Optional.empty();
        }
        try (Stream<String> lines = Files.lines(home.resolve("release"))) {
            return lines.filter(line -> line.startsWith("JAVA_VERSION="))
                    .map(line -> line.replaceAll("[^0-9._]", "").replaceFirst("^_", ""))
                    .flatMap(version -> feature(version).stream())
                    .map(feature -> new Jdk(home, feature))
                    .findFirst();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** {@code 17} of {@code 17.0.15}, {@code 8} of {@code 1.8.0_412}. */
    private static Optional<Integer> feature(String version) {
        String modern = version.startsWith("1.") ? version.substring(2) : version;
        String digits = modern.split("[._]", 2)[0];
        return digits.isEmpty() ? Optional.empty() : Optional.of(Integer.valueOf(digits));
    }

    private static List<Path> installed(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> homes = Files.list(folder)) {
            return homes.sorted().toList();
        } catch (IOException e) {
            return List.of();
        }
    }
}
