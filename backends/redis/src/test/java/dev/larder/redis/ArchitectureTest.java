package dev.larder.redis;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** Checks which packages of the Redis store may call which. */
class ArchitectureTest {
    private static final JavaClasses REDIS = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.larder.redis");

    @Test
    void packages_dependOnEachOtherInOneDirection() {
        slices().matching("dev.larder.redis.(*)..").should().beFreeOfCycles().check(REDIS);
    }

    @Test
    void parts_doNotKnowTheStore() {
        noClasses()
                .that()
                .resideInAPackage("dev.larder.redis.*..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.larder.redis")
                .check(REDIS);
    }
}
