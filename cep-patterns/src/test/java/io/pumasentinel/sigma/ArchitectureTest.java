package io.pumasentinel.sigma;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private final JavaClasses classes =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("io.pumasentinel.sigma");

    @Test
    void theLanguageKnowsNeitherFlinkNorItsExecution() {
        noClasses()
                .that()
                .resideInAPackage("io.pumasentinel.sigma..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.flink..", "io.pumasentinel.cep..")
                .check(classes);
    }

    @Test
    void theLanguageReadsNoClock() {
        noClasses()
                .that()
                .resideInAPackage("io.pumasentinel.sigma..")
                .should()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(java.time.Instant.class, "now")
                .check(classes);
    }
}
