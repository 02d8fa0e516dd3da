package dev.larder.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class StoreJvmTest {
    private final StoreJvm jvm = new StoreJvm("heap:?max=5", Path.of("target", "tck"));

    @Test
    void command_anyStore_namesAddressClassesAndUnwrapTargets() {
        assertThat(jvm.command())
                .contains(
                        "-Dlarder.uri=heap:?max=5",
                        "-Dlarder.allow=domain.*",
                        "-Djavax.cache.Cache=dev.larder.LarderCache",
                        "-Djavax.cache.CacheManager=dev.larder.LarderCacheManager",
                        "-Djavax.cache.Cache.Entry=dev.larder.LarderEntry")
                .endsWith("dev.larder.tck.StoreRun", Path.of("target", "tck").toString());
    }

    @Test
    void command_configuration_goesBeforeAllElseOnTheClassPath() {
        String folder = Path.of("src", "tags").toString();
        System.setProperty("tck.configuration", folder);
        try {
            assertThat(jvm.command())
                    .contains(folder + File.pathSeparator + System.getProperty("java.class.path"))
                    .contains("-Dlarder.uri=heap:?max=5");
            System.setProperty("tck.configuration", "nowhere");
            assertThatThrownBy(jvm::command)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("tck.configuration is 'nowhere', and no larder.yaml is there");
        } finally {
            System.clearProperty("tck.configuration");
        }
    }
}
