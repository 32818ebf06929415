package io.pumasentinel.sigma;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The shipped rules as they lie in the source tree, with the cases beside them. */
final class Catalogue {
    static final Path ROOT = Path.of("src/main/resources/rules");

    private Catalogue() {}

    static RuleSet load() {
        try {
            return RuleLoader.load(RuleLoader.shipped());
        } catch (InvalidRules e) {
            throw new AssertionError(e.getMessage(), e);
        }
    }

    /** The folders that hold a rule, in path order. */
    static List<Path> folders() {
        return walk(ROOT).stream()
                .filter(file -> file.endsWith("rule.yml"))
                .map(file -> file.resolveSibling(""))
                .map(Path::normalize)
                .toList();
    }

    /** The case files in a folder whose name begins with {@code kind}. */
    static List<Path> cases(Path folder, String kind) {
        return walk(folder).stream()
                .filter(file -> nameOf(file).matches(kind + "[^/]*\\.(log|ndjson)(\\.gz)?"))
                .toList();
    }

    /** The file of a shipped rule. */
    static String text(RuleMeta rule) {
        Path file =
                folders().stream()
                        .filter(folder -> nameOf(folder).equals(rule.name()))
                        .findFirst()
                        .orElseThrow()
                        .resolve("rule.yml");
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String nameOf(Path path) {
        return String.valueOf(path.getFileName());
    }

    static List<Path> walk(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
