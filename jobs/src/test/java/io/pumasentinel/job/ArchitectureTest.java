package io.pumasentinel.job;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The borders between the parts, as packages: what a part may not know, it does not name. */
class ArchitectureTest {
    private static final String FLINK = "org.apache.flink..";
    private static final String EVENTS = "io.pumasentinel.event..";
    private static final String BASELINES = "io.pumasentinel.baseline..";
    private static final String LANGUAGE = "io.pumasentinel.sigma..";
    private static final String PATTERNS = "io.pumasentinel.cep..";
    private static final String ELASTICSEARCH = "io.pumasentinel.elasticsearch..";
    private static final String JOB = "io.pumasentinel.job..";
    private static final String CLI = "io.pumasentinel.cli..";

    private static final JavaClasses CLASSES =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("io.pumasentinel");

    @Test
    void eventsKnowNobody() {
        never(EVENTS, FLINK, BASELINES, LANGUAGE, PATTERNS, ELASTICSEARCH, JOB, CLI).check(CLASSES);
    }

    @Test
    void baselinesKnowNeitherFlinkNorEvents() {
        never(BASELINES, FLINK, EVENTS, LANGUAGE, PATTERNS, ELASTICSEARCH, JOB, CLI).check(CLASSES);
    }

    @Test
    void theRuleLanguageKnowsOnlyEvents() {
        never(LANGUAGE, FLINK, BASELINES, PATTERNS, ELASTICSEARCH, JOB, CLI).check(CLASSES);
    }

    @Test
    void thePatternsKnowNoBaselinesNoSinkAndNoJob() {
        never(PATTERNS, BASELINES, ELASTICSEARCH, JOB, CLI).check(CLASSES);
    }

    @Test
    void theElasticsearchSinkKnowsNothingOfPuma() {
        never(ELASTICSEARCH, EVENTS, BASELINES, LANGUAGE, PATTERNS, JOB, CLI).check(CLASSES);
    }

    @Test
    void nothingBelowTheCommandLineKnowsIt() {
        never("io.pumasentinel..", CLI).check(CLASSES);
    }

    @Test
    void onlySourcesAndSinksOfTheJobTouchTheOutside() {
        never("io.pumasentinel.job.score..", "org.apache.kafka..", ELASTICSEARCH).check(CLASSES);
        never("io.pumasentinel.job.alert..", "org.apache.kafka..", ELASTICSEARCH).check(CLASSES);
    }

    @Test
    void pureCodeReadsNoClock() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        EVENTS,
                        BASELINES,
                        LANGUAGE,
                        PATTERNS,
                        "io.pumasentinel.job.score..",
                        "io.pumasentinel.job.alert..")
                .should()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .callMethod(java.time.Instant.class, "now")
                .check(CLASSES);
    }

    @Test
    void noClassIsNamedAfterNothing() {
        noClasses().should().haveNameMatching(".*(Utils?|Helper|Manager|Impl)").check(CLASSES);
    }

    @Test
    void theRulesDoFindSomething() {
        assertThat(CLASSES.size()).isGreaterThan(200);
        for (String part : Set.of(EVENTS, BASELINES, LANGUAGE, PATTERNS, ELASTICSEARCH, JOB)) {
            assertThat(CLASSES)
                    .as(part)
                    .anyMatch(c -> c.getPackageName().startsWith(part.replace("..", "")));
        }
        assertThatThrownBy(() -> never(PATTERNS, FLINK).check(CLASSES))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("CorrelateFunction");
        assertThatThrownBy(
                        () ->
                                noClasses()
                                        .should()
                                        .haveNameMatching(".*(Function|Settings)")
                                        .check(CLASSES))
                .isInstanceOf(AssertionError.class);
    }

    /**
     * String constants are inlined, so the class files are searched; the parser reads one too, and
     * rules may ask for its parts.
     */
    @Test
    void documentFieldNamesAreKnownToTheSinksOnly() throws IOException {
        assertThat(packagesNaming("@timestamp"))
                .containsExactly(
                        "io.pumasentinel.event.ingest",
                        "io.pumasentinel.job.sink",
                        "io.pumasentinel.sigma");
        assertThat(packagesNaming("pipeline_error")).containsExactly("io.pumasentinel.job.sink");
    }

    private static Set<String> packagesNaming(String constant) throws IOException {
        Set<String> packages = new TreeSet<>();
        for (JavaClass type : CLASSES) {
            if (type.getSource().isPresent() && bytes(type).contains(constant)) {
                packages.add(type.getPackageName());
            }
        }
        return packages;
    }

    private static String bytes(JavaClass type) throws IOException {
        var source = type.getSource().orElseThrow();
        try (InputStream in = source.getUri().toURL().openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }

    private static ArchRule never(String part, String... others) {
        return noClasses()
                .that()
                .resideInAPackage(part)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(others);
    }
}
