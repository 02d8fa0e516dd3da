package dev.larder.mapdb;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import org.junit.jupiter.api.Test;

/** Checks which packages of the MapDB store may import which. */
final class ArchitectureTest {
    private static final String ROOT = "dev.larder.mapdb";
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);

    @Test
    void packages_dependOnEachOtherInOneDirection() {
        slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void packages_importOnlyWhatTheyMay() {
        LayeredArchitecture architecture = layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .ensureAllClassesAreContainedInArchitecture()
                .layer("store")
                .definedBy(ROOT);
        architecture = with(architecture, "setting");
        architecture = with(architecture, "lock");
        architecture = with(architecture, "file");
        architecture = with(architecture, "journal", "file", "lock", "setting");
        architecture = with(architecture, "database", "file", "journal", "lock", "setting");
        architecture = with(architecture, "compaction", "database", "file", "setting");
        architecture = with(architecture, "source", "compaction", "database", "file", "journal", "setting");
        architecture = with(architecture, "eviction", "database", "setting");
        architecture.check(CLASSES);
    }

    // A package may import only those that are named before it.
    private static LayeredArchitecture with(LayeredArchitecture before, String name, String... imported) {
        LayeredArchitecture more = before.layer(name).definedBy(ROOT + '.' + name + "..");
        return imported.length == 0
                ? more.whereLayer(name).mayNotAccessAnyLayer()
                : more.whereLayer(name).mayOnlyAccessLayers(imported);
    }
}
