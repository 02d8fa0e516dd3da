package dev.larder.internal.manager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.larder.LarderConfiguration;
import dev.larder.internal.config.Products;
import dev.larder.spi.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import javax.cache.CacheException;
import javax.cache.CacheManager;
import javax.cache.configuration.MutableConfiguration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfiguredCachesTest {
    private final Managed managed = new Managed();
    private final Path directory;

    ConfiguredCachesTest(@TempDir Path directory) {
        this.directory = directory;
    }

    @AfterEach
    void close() {
        managed.close();
    }

    @Test
    void exactName_existsWithTheManager() throws IOException {
        CacheManager manager = managed.manager(
                directory, "caches: { books: { key-type: java.lang.String, value-type: java.lang.Integer } }");
        assertThat(manager.getCacheNames()).containsExactly("books");
        assertThat(manager.getCache("books", String.class, Integer.class)).isNotNull();
    }

    @Test
    void pattern_appliesToCachesOfFrameworks() throws IOException {
        CacheManager manager = managed.manager(directory, "caches: { books-*: { max-entries: 7, statistics: true } }");
        assertThat(manager.getCacheNames()).isEmpty();
        MutableConfiguration<?, ?> configuration = manager.createCache("books-de", new MutableConfiguration<>())
                .getConfiguration(MutableConfiguration.class);
        assertThat(configuration.isStatisticsEnabled()).isTrue();
        assertThat(setting("books-de", "max-entries")).isEqualTo("7");
    }

    @Test
    void settings_codeWinsOverFileWinsOverAddress() throws IOException {
        CacheManager manager = managed.manager(directory, "caches: { file*: { max-entries: 2 } }");
        manager.createCache("plain", new MutableConfiguration<>());
        manager.createCache("file", new MutableConfiguration<>());
        manager.createCache("file-and-code", new LarderConfiguration<>().setMaxEntries(3));
        assertThat(setting("plain", "max-entries")).isEqualTo("1");
        assertThat(setting("file", "max-entries")).isEqualTo("2");
        assertThat(setting("file-and-code", "max-entries")).isEqualTo("3");
    }

    private String setting(String cache, String name) {
        return String.valueOf(managed.setup(cache).settings().text(name));
    }

    @Test
    void brokenCache_failsTheManagerAndClosesWhatWasOpened() {
        assertThatThrownBy(() -> managed.manager(directory, "caches: { good: , bad: { max-entries: many } }"))
                .isInstanceOf(CacheException.class)
                .hasMessageContaining("larder.yaml': cache 'bad': ")
                .hasMessageContaining("larder.yaml, line 2: setting 'max-entries' is 'many';"
                        + " it takes a whole number above zero");
        assertThat(managed.store("good").closed).isTrue();
        assertThat(managed.backend().closed).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "grace: 99999999999h, it takes a number and a unit",
        "load-lease: -1s, it takes a number and a unit",
        "refresh-ahead: soon, it takes a number and a unit",
        "compress-above: 9999999999g, it takes bytes",
        "serializer: jsn, 'it takes kryo, java, string, bytes'",
        "compressor: lzma, 'it takes none, gzip'",
        "'interceptors: [timing, tracing]', it takes timing",
        "interceptors: java.lang.String, it takes timing",
    })
    void pattern_senselessSetting_failsTheManagerWithItsLine(String setting, String allowed) {
        assertThatThrownBy(() -> managed.manager(directory, "caches:\n  'books-*':\n    " + setting))
                .isInstanceOf(CacheException.class)
                .hasMessageContaining("cache 'books-*': ")
                .hasMessageContaining("larder.yaml, line 4: setting '" + setting.substring(0, setting.indexOf(':')))
                .hasMessageContaining(allowed);
    }

    @Test
    void settingsOfPatterns_reachTheBackendBeforeAnyCacheWithTheirLines() throws IOException {
        managed.manager(directory, "caches:\n  'books-*':\n    grace: 1s\n    settings:\n      depth: deep");
        Settings settings = managed.backend().caches.get("books-*");
        assertThat(settings.asMap()).containsOnly(Map.entry("depth", "deep"));
        assertThatThrownBy(() -> settings.positive("depth", 1))
                .hasMessageContaining("larder.yaml, line 6: setting 'depth' is 'deep'");
    }

    @Test
    void settingOfCode_isNotBlamedOnTheFile() throws IOException {
        CacheManager manager = managed.manager(directory, "caches: { 'books-*': { max-entries: 5 } }");
        assertThatThrownBy(() ->
                        manager.createCache("books-x", new LarderConfiguration<>().setSetting("max-entries", "many")))
                .hasMessage("cache 'books-x': setting 'max-entries' is 'many'; it takes a whole number above zero");
    }

    @Test
    void address_senselessSettingOfTheCore_failsTheManagerWithItsLine() throws IOException {
        Path file = Files.writeString(directory.resolve("larder.yaml"), "store: probe:x?grace=ever");
        assertThatThrownBy(() -> managed.provider.getCacheManager(file.toUri(), null))
                .hasMessageContaining("larder.yaml, line 1: setting 'grace' is 'ever'");
    }

    @Test
    void brokenCacheThatWasMended_isFineTheNextTime() throws IOException {
        assertThatThrownBy(() -> managed.manager(directory, "caches: { bad: { max-entries: many } }"))
                .isInstanceOf(CacheException.class);
        assertThat(managed.manager(directory, "caches: { bad: { max-entries: 5 } }")
                        .getCacheNames())
                .containsExactly("bad");
    }

    @Test
    void factoryThatAsksForTheManager_getsIt() throws IOException {
        ManagerRequestingLoader.PROVIDER.set(managed.provider);
        ManagerRequestingLoader.URI.set(directory.resolve("larder.yaml").toUri());
        CacheManager manager = managed.manager(
                directory, "caches: { books: { loader: " + ManagerRequestingLoader.class.getName() + " } }");
        assertThat(ManagerRequestingLoader.FOUND.get()).isSameAs(manager);
    }

    @Test
    void classesOfAFile_comeFromTheManagersLoader() throws IOException {
        CacheManager manager = managed.manager(
                directory, "caches: { books: { value-type: " + Products.Loader.class.getName() + " } }");
        assertThat(manager.getCache("books", Object.class, Products.Loader.class))
                .isNotNull();
    }
}
