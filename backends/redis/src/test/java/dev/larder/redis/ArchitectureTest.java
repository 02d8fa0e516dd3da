package dev.larder.redis;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** Checks which packages of the Redis store may import which. */
class ArchitectureTest {
    private static final JavaClasses REDIS = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.larder.redis");

    @Test
    void packages_dependOnEachOtherInOneDirection() {
        slices().matching("dev.larder.redis.(*)..").should().beFreeOfCycles().check(REDIS);
    }

    @Test
    void packages_importOnlyWhatTheyMay() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .ensureAllClassesAreContainedInArchitecture()
                .layer("store")
                .definedBy("dev.larder.redis")
                .layer("command")
                .definedBy("dev.larder.redis.command..")
                .layer("connection")
                .definedBy("dev.larder.redis.connection..")
                .layer("keyspace")
                .definedBy("dev.larder.redis.keyspace..")
                .layer("entry")
                .definedBy("dev.larder.redis.entry..")
                .layer("event")
                .definedBy("dev.larder.redis.event..")
                .whereLayer("command")
                .mayNotAccessAnyLayer()
                .whereLayer("connection")
                .mayOnlyAccessLayers("command")
                .whereLayer("keyspace")
                .mayOnlyAccessLayers("command", "connection")
                .whereLayer("entry")
                .mayOnlyAccessLayers("command", "connection", "keyspace")
                .whereLayer("event")
                .mayOnlyAccessLayers("command", "connection", "entry", "keyspace")
                .check(REDIS);
    }
}
