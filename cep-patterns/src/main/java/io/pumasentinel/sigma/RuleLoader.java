package io.pumasentinel.sigma;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads, checks and compiles rules. */
public final class RuleLoader {
    private static final String SHIPPED = "/rules/";
    private static final String INDEX = SHIPPED + "index";

    private RuleLoader() {}

    /**
     * Compiles the rules of all sources together; names and ids reach across files. Of rules with
     * the same id in different layers the one of the highest layer is taken.
     *
     * @throws InvalidRules if anything is wrong, with all problems
     */
    public static RuleSet load(List<RuleSource> sources) throws InvalidRules {
        List<Problems> problems = new ArrayList<>();
        RuleLayers drafts = new RuleLayers();
        for (RuleSource source : sources) {
            Problems ofFile = new Problems(source.file());
            problems.add(ofFile);
            for (Section document : RuleDocuments.read(source, ofFile)) {
                drafts.add(source.layer(), draft(document));
            }
        }
        List<Problem> warnings = new ArrayList<>();
        problems.forEach(ofFile -> warnings.addAll(ofFile.sortedWarnings()));
        RuleSet rules = new RuleLinker(drafts.highest()).link(warnings);
        List<Problem> all = problems.stream().flatMap(p -> p.sorted().stream()).toList();
        if (!all.isEmpty()) {
            throw new InvalidRules(all);
        }
        return rules;
    }

    /** The rules that come with this program, in the order of its index. */
    public static List<RuleSource> shipped() {
        return resource(INDEX)
                .lines()
                .map(
                        file ->
                                new RuleSource(
                                        "rules/" + file,
                                        resource(SHIPPED + file),
                                        RuleSource.SHIPPED))
                .toList();
    }

    /**
     * The {@code *.yml} and {@code *.yaml} files in {@code folder} and below, in path order.
     *
     * @throws UncheckedIOException if one cannot be read
     */
    public static List<RuleSource> inFolder(Path folder) {
        List<RuleSource> sources = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(RuleLoader::isRule).sorted().toList()) {
                String text = Files.readString(file, StandardCharsets.UTF_8);
                sources.add(new RuleSource(file.toString(), text));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sources;
    }

    private static Draft draft(Section document) {
        RuleMeta meta = MetaReader.read(document);
        if (document.keys().contains("correlation")) {
            Optional<Draft.Correlation> own = new CorrelationReader(document).read();
            return new Draft(document, meta, null, own.orElse(null), null);
        }
        if (document.keys().contains("filter")) {
            Optional<Draft.Filter> own = new FilterReader(document).read();
            return new Draft(document, meta, null, null, own.orElse(null));
        }
        Optional<Draft.Detection> own = new DetectionReader(document).read();
        return new Draft(document, meta, own.orElse(null), null, null);
    }

    private static boolean isRule(Path file) {
        String name = String.valueOf(file.getFileName());
        return Files.isRegularFile(file) && (name.endsWith(".yml") || name.endsWith(".yaml"));
    }

    private static String resource(String name) {
        try (InputStream in = RuleLoader.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("not in this program: " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
