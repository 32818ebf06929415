package io.pumasentinel.sigma;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumasentinel.event.EventKind;
import io.pumasentinel.event.PumaEvent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The cases beside each rule: raw lines through the real ingest. A base detection must match every
 * event of its hits, an alerting one some, both none of their near misses; a correlation must hold
 * in its hits and never in its near misses. Rules over windows, clients, scores and notices need
 * the whole pipeline: their cases are only read here and are judged where it runs.
 */
class CasesTest {
    /** Sources whose records arise from baselines. */
    private static final List<LogSource> BY_BASELINE = List.of(LogSource.WINDOW, LogSource.CLIENT);

    private final RuleSet rules = Catalogue.load();

    @TestFactory
    Stream<DynamicTest> everyCaseIsJudgedRight() {
        List<DynamicTest> tests = new ArrayList<>();
        for (Path folder : Catalogue.folders()) {
            String rule = Catalogue.nameOf(folder);
            for (Path file : Catalogue.cases(folder, "hit")) {
                tests.add(DynamicTest.dynamicTest(file.toString(), () -> hit(rule, file)));
            }
            for (Path file : Catalogue.cases(folder, "near-miss")) {
                tests.add(DynamicTest.dynamicTest(file.toString(), () -> nearMiss(rule, file)));
            }
        }
        return tests.stream();
    }

    @TestFactory
    Stream<DynamicTest> everyLineOfACaseIsUnderstood() {
        return Catalogue.walk(Catalogue.ROOT).stream()
                .filter(file -> !file.endsWith("rule.yml") && !file.endsWith("index"))
                .map(file -> DynamicTest.dynamicTest(file.toString(), () -> understood(file)));
    }

    private void hit(String rule, Path file) {
        List<EventView> views = CaseLines.views(file);
        assertThat(views).isNotEmpty();
        Optional<DetectionRule> detection = detection(rule);
        if (detection.isPresent()) {
            DetectionRule found = detection.get();
            if (needsPipeline(found)) {
                return;
            }
            if (found.alerting()) {
                assertThat(samples(views, found::matches)).isNotEmpty();
            } else {
                assertThat(samples(views, view -> !found.matches(view))).isEmpty();
            }
        } else if (!needsPipeline(rule)) {
            assertThat(ReferenceCorrelator.run(rules, views).get(rule)).isNotEmpty();
        }
    }

    private void nearMiss(String rule, Path file) {
        List<EventView> views = CaseLines.views(file);
        assertThat(views).isNotEmpty();
        Optional<DetectionRule> detection = detection(rule);
        if (detection.isPresent()) {
            assertThat(samples(views, detection.get()::matches)).isEmpty();
            return;
        }
        Map<String, List<ReferenceCorrelator.Held>> held = ReferenceCorrelator.run(rules, views);
        assertThat(held.get(rule)).isEmpty();
        if (!needsPipeline(rule)) {
            assertThat(correlation(rule).rules())
                    .as("a near miss comes near: some step holds")
                    .anySatisfy(step -> assertThat(held.get(step)).isNotEmpty());
        }
    }

    private Optional<DetectionRule> detection(String name) {
        return rules.detections().stream()
                .filter(rule -> rule.meta().name().equals(name))
                .findFirst();
    }

    private static List<String> samples(List<EventView> views, Predicate<EventView> which) {
        return views.stream().filter(which).map(EventView::sample).toList();
    }

    /**
     * A parse error's header dump goes on over several lines, and some rules are about lines that
     * nobody understands; nothing else may be left over.
     */
    private static void understood(Path file) {
        List<PumaEvent> leftOver =
                CaseLines.read(file).stream()
                        .filter(event -> event.kind() == EventKind.UNPARSED)
                        .filter(event -> !file.toString().contains("parse-error"))
                        .filter(event -> !file.toString().contains("unparsed"))
                        .toList();
        assertThat(leftOver).isEmpty();
    }

    private boolean needsPipeline(String correlation) {
        return correlation(correlation).rules().stream()
                .anyMatch(step -> detection(step).filter(CasesTest::needsPipeline).isPresent());
    }

    /** Of windows, or of a score or a notice that no line carries. */
    private static boolean needsPipeline(DetectionRule rule) {
        String text = Catalogue.text(rule.meta());
        boolean scored = rule.source() == LogSource.STATS && text.contains("anomaly.metric");
        boolean noticed = rule.source() == LogSource.LIFECYCLE && text.contains("action: watch-");
        return BY_BASELINE.contains(rule.source()) || scored || noticed;
    }

    private CorrelationRule correlation(String name) {
        return rules.correlations().stream()
                .filter(rule -> rule.meta().name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
