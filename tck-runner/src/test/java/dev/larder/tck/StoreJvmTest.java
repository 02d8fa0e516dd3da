package dev.larder.tck;

import static org.assertj.core.api.Assertions.assertThat;

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
}
