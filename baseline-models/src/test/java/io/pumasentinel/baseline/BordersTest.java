package io.pumasentinel.baseline;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BordersTest {
    private final JavaClasses classes =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("io.pumasentinel.baseline");

    @Test
    void knowsOnlyTheJdkAndTheSketchesMapping() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideOutsideOfPackages(
                        "java..",
                        "io.pumasentinel.baseline",
                        "com.datadoghq.sketch.ddsketch.mapping",
                        "org.jspecify.annotations")
                .check(classes);
    }

    @Test
    void readsNoClockAndNoRandomness() {
        noClasses().should().callMethod(System.class, "currentTimeMillis").check(classes);
        noClasses().should().callMethod(System.class, "nanoTime").check(classes);
        noClasses().should().callMethod(Math.class, "random").check(classes);
        for (Class<?> source : new Class<?>[] {Random.class, Clock.class, Instant.class}) {
            noClasses().should().dependOnClassesThat().areAssignableTo(source).check(classes);
        }
    }
}
