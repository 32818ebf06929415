package io.pumasentinel.elasticsearch;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

final class BorderTest {

    private final JavaClasses classes =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("io.pumasentinel.elasticsearch");

    @Test
    void knowsNothingOfPumaNorOfTheServer() {
        noClasses()
                .that()
                .resideInAPackage("io.pumasentinel.elasticsearch")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.pumasentinel.event..",
                        "io.pumasentinel.elasticsearch.node..",
                        "org.elasticsearch.node..",
                        "org.apache.lucene..")
                .check(classes);
    }
}
