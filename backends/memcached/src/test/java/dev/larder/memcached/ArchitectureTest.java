package dev.larder.memcached;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** Checks which packages of the memcached store may import which. */
final class ArchitectureTest {
    private static final String ROOT = "dev.larder.memcached";
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);

    @Test
    void packages_dependOnEachOtherInOneDirection() {
        slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void packages_importOnlyWhatTheyMay() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .ensureAllClassesAreContainedInArchitecture()
                .layer("store")
                .definedBy(ROOT)
                .layer("protocol")
                .definedBy(ROOT + ".protocol..")
                .layer("connection")
                .definedBy(ROOT + ".connection..")
                .layer("entry")
                .definedBy(ROOT + ".entry..")
                .whereLayer("protocol")
                .mayNotAccessAnyLayer()
                .whereLayer("connection")
                .mayOnlyAccessLayers("protocol")
                .whereLayer("entry")
                .mayOnlyAccessLayers("connection", "protocol")
                .check(CLASSES);
    }
}
