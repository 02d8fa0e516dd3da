package dev.larder.spi;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SettingNamesTest {
    private static final SettingNames NAMES = new SettingNames(
            "shelf", Set.of("timeout", "pool-size"), Set.of("depth"), Map.of("max-entries", "buy a larger one"));

    @Test
    void check_misspeltSettingOfTheAddress_namesTheNearestAndAll() {
        assertThatThrownBy(() -> check("shelf:?tiemout=1s&colour=red", Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "the shelf store has no setting 'colour', 'tiemout' (did you mean 'timeout'?); its settings are"
                                + " depth, pool-size, timeout; those of every store are allow, compress-above, compressor, grace,"
                                + " immutable, interceptors, load-lease, refresh-ahead, serializer, shared");
    }

    @Test
    void check_misspeltSettingOfTheCore_isRecognised() {
        assertThatThrownBy(() -> check("shelf:?serialiser=java", Map.of()))
                .hasMessageContaining("no setting 'serialiser' (did you mean 'serializer'?)");
    }

    @Test
    void check_misspeltSettingOfAFile_namesCacheAndLine() {
        Settings settings = Settings.of(Map.of("dept", "1")).from("larder.yaml, line 7");
        assertThatThrownBy(() -> check("shelf:", Map.of("books-*", settings)))
                .hasMessageStartingWith("cache 'books-*': the shelf store has no setting 'dept' (larder.yaml, line 7;"
                        + " did you mean 'depth'?); its settings are");
    }

    @Test
    void check_settingOfTheAddressForOneCache_isRefusedRatherThanIgnored() {
        Settings settings = Settings.of(Map.of("timeout", "9s")).from("larder.yaml, line 7");
        assertThatThrownBy(() -> check("shelf:?timeout=1s", Map.of("books", settings)))
                .hasMessage("cache 'books': the shelf store takes the setting 'timeout' (larder.yaml, line 7) from its"
                        + " address, not from one cache; move it there");
        assertThatThrownBy(() -> NAMES.check(new StoreSetup("books", false, settings), Settings.NONE))
                .hasMessageContaining("from its address");
        assertThatCode(() -> NAMES.check(new StoreSetup("books", false, settings), settings))
                .doesNotThrowAnyException();
    }

    @Test
    void check_settingOfOtherStores_isAccepted() {
        Settings bound = Settings.of(Map.of("max-entries", "5"));
        assertThatCode(() -> check("shelf:?max-entries=5", Map.of("books", bound)))
                .doesNotThrowAnyException();
        assertThatCode(() -> NAMES.check(new StoreSetup("books", false, bound), Settings.NONE))
                .doesNotThrowAnyException();
    }

    @Test
    void check_valueOfACacheInAFile_isReadBeforeTheCacheExists() {
        assertThatThrownBy(() -> check("shelf:?depth=1", Map.of("books-*", Settings.of(Map.of("depth", "deep")))))
                .hasMessage("cache 'books-*': setting 'depth' is 'deep'; it takes a whole number above zero");
        assertThatThrownBy(() -> check("shelf:?depth=deep", Map.of()))
                .hasMessage("setting 'depth' is 'deep'; it takes a whole number above zero");
    }

    private static void check(String address, Map<String, Settings> caches) {
        NAMES.check(
                new BackendSetup(
                        StoreAddress.parse(address),
                        Clock.SYSTEM,
                        Runnable::run,
                        SettingNamesTest.class.getClassLoader(),
                        new Properties(),
                        caches),
                settings -> settings.positive("depth", 1));
    }
}
