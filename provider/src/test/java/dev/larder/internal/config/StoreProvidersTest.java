package dev.larder.internal.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.larder.spi.StoreAddress;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ServiceConfigurationError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StoreProvidersTest {
    @Test
    void loaderThatSeesNoStores_stillHasThoseOfLarder() {
        StoreProviders providers = StoreProviders.visibleTo(ClassLoader.getPlatformClassLoader());
        assertThat(providers.serves("probe")).isTrue();
    }

    @Test
    void of_schemeInCapitals_isServed() {
        StoreProviders providers = StoreProviders.visibleTo(getClass().getClassLoader());
        assertThat(providers.of(StoreAddress.parse("PROBE:x"))).isNotNull();
    }

    @ParameterizedTest
    @CsvSource({
        "prob, no store has the scheme 'prob:'; did you mean 'probe:'?",
        "memcache, 'no store has the scheme ''memcache:''; did you mean ''memcached:'', with dev.larder:larder-memcached on the"
                + " class path?'",
        "redis+cluster, no store has the scheme 'redis+cluster:'; add dev.larder:larder-redis to the class path",
    })
    void of_unservedScheme_saysWhatIsMissingOrMeant(String scheme, String message) {
        StoreProviders providers = StoreProviders.visibleTo(getClass().getClassLoader());
        assertThatThrownBy(() -> providers.of(StoreAddress.parse(scheme + "://host")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    void provider_cannotBeLoaded_isReportedOnlyIfAStoreIsMissing(@TempDir Path directory) throws IOException {
        Path services = Files.createDirectories(directory.resolve("META-INF/services"));
        Files.writeString(services.resolve("dev.larder.spi.StoreProvider"), "com.example.Gone\n");
        try (URLClassLoader loader = new URLClassLoader(
                new URL[] {directory.toUri().toURL()}, getClass().getClassLoader())) {
            StoreProviders providers = StoreProviders.visibleTo(loader);
            assertThat(providers.serves("probe")).isTrue();
            assertThatThrownBy(() -> providers.of(StoreAddress.parse("redis://host")))
                    .satisfies(missed -> assertThat(missed.getSuppressed())
                            .hasOnlyElementsOfType(ServiceConfigurationError.class)
                            .anySatisfy(each -> assertThat(each).hasMessageContaining("com.example.Gone")));
        }
    }
}
