package dev.larder.contract.extension;

import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.LarderCachingProvider;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.cache.Cache;
import javax.cache.CacheManager;
import javax.cache.configuration.MutableConfiguration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A cache by value shares objects of classes that are declared immutable, and only those. */
class ImmutableTest {
    private static final String PATTERN = "dev.larder.contract.extension.ImmutableTest$Money";

    private final LarderCachingProvider provider = new LarderCachingProvider();

    /** Never changed, which its fields do not show. */
    static final class Money {
        private int cents;

        Money(int cents) {
            this.cents = cents;
        }

        int cents() {
            return cents;
        }
    }

    @AfterEach
    void close() {
        System.clearProperty("larder.immutable");
        provider.close();
    }

    private static boolean isShared(CacheManager manager) {
        Cache<String, Object> cache = manager.createCache("c", new MutableConfiguration<>());
        Money money = new Money(5);
        cache.put("a", money);
        Money found = (Money) cache.get("a");
        assertThat(found.cents()).isEqualTo(5);
        return found == money;
    }

    private CacheManager manager(String uri) {
        return provider.getCacheManager(URI.create(uri.replace("$", "%24")), null);
    }

    @Test
    void undeclared_isCopied() {
        assertThat(isShared(manager("heap"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {PATTERN, "dev.larder.contract.extension.*", "java.awt.Color,dev.larder.**"})
    void declaredInTheAddress_isShared(String patterns) {
        assertThat(isShared(manager("heap:?immutable=" + patterns))).isTrue();
    }

    @Test
    void declaredByTheProperty_isShared() {
        System.setProperty("larder.immutable", PATTERN);
        assertThat(isShared(manager("heap"))).isTrue();
    }

    @Test
    void declaredInTheFile_isShared(@TempDir Path directory) throws IOException {
        Path file = directory.resolve("larder.yaml");
        Files.writeString(file, "store: heap\nimmutable: [" + PATTERN + "]\n");
        assertThat(isShared(provider.getCacheManager(file.toUri(), null))).isTrue();
    }
}
