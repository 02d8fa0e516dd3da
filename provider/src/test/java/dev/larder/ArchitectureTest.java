package dev.larder;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Keeps the rooms apart: who may know of whom. */
class ArchitectureTest {
    private static final JavaClasses LARDER = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.larder");

    @Test
    void spi_knowsNothingButItself() {
        noClasses()
                .that()
                .resideInAPackage("dev.larder.spi..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javax.cache..", "dev.larder", "dev.larder.internal..")
                .check(LARDER);
    }

    @Test
    void remote_isForBackendsAlone() {
        noClasses()
                .that()
                .resideInAPackage("dev.larder.remote..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.larder.internal..")
                .check(LARDER);
        noClasses()
                .that()
                .resideInAnyPackage("dev.larder", "dev.larder.spi..", "dev.larder.internal..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.larder.remote..")
                .check(LARDER);
    }

    @Test
    void publicApi_exceptTheProvider_namesNothingInternal() {
        noClasses()
                .that()
                .resideInAPackage("dev.larder")
                .and()
                .doNotHaveSimpleName("LarderCachingProvider")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.larder.internal..")
                .check(LARDER);
    }

    @Test
    void provider_knowsTheManagersAlone() {
        classes()
                .that()
                .haveSimpleName("LarderCachingProvider")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..", "javax.cache..", "org.jspecify..", "dev.larder", "dev.larder.internal.manager")
                .check(LARDER);
    }

    @TestFactory
    Stream<DynamicTest> rooms() {
        return Stream.of(
                closed("statistics", "cache", "codec", "config", "engine", "event", "management", "manager"),
                closed("codec", "cache", "config", "engine", "event", "management", "manager", "statistics"),
                closed("event", "cache", "codec", "config", "engine", "management", "manager"),
                closed("engine", "cache", "config", "management", "manager"),
                closed("cache", "config", "management", "manager"),
                closed("config", "cache", "codec", "engine", "event", "management", "manager", "statistics"),
                closed("management", "cache", "codec", "config", "engine", "event", "manager"));
    }

    @TestFactory
    Stream<DynamicTest> parts_doNotKnowTheWhole() {
        return Stream.of("codec", "engine")
                .map(room -> DynamicTest.dynamicTest(room, () -> noClasses()
                        .that()
                        .resideInAPackage("dev.larder.internal." + room + ".*..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage("dev.larder.internal." + room)
                        .check(LARDER)));
    }

    @Test
    void codec_itsPartsDependOnEachOtherInOneDirection() {
        slices().matching("dev.larder.internal.codec.(*)..")
                .should()
                .beFreeOfCycles()
                .check(LARDER);
    }

    @Test
    void engine_itsPartsDependOnEachOtherInOneDirection() {
        slices().matching("dev.larder.internal.engine.(*)..")
                .should()
                .beFreeOfCycles()
                .check(LARDER);
    }

    @Test
    void yaml_isReadByTheConfigurationAlone() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.larder.internal.config")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.snakeyaml..")
                .check(LARDER);
    }

    @Test
    void kryo_isKnownToTheCodecAlone() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.larder.internal.codec..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.esotericsoftware..")
                .check(LARDER);
    }

    @Test
    void core_namesNoBackend() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.github.benmanes..", "org.mapdb..", "redis.clients..", "net.rubyeye..")
                .check(LARDER);
    }

    @Test
    void monitors_areNotUsed() {
        noMethods().should().haveModifier(JavaModifier.SYNCHRONIZED).check(LARDER);
    }

    private static DynamicTest closed(String room, String... others) {
        String[] packages = Arrays.stream(others)
                .map(each -> "dev.larder.internal." + each + "..")
                .toArray(String[]::new);
        return DynamicTest.dynamicTest(room + " does not know " + String.join(", ", others), () -> noClasses()
                .that()
                .resideInAPackage("dev.larder.internal." + room + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(packages)
                .allowEmptyShould(true)
                .check(LARDER));
    }
}
