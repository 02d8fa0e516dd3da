package dev.larder.contract.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.larder.contract.BackendFinder;
import dev.larder.contract.StoreCase;
import dev.larder.spi.Backend;
import dev.larder.spi.BackendSetup;
import dev.larder.spi.Clock;
import dev.larder.spi.Settings;
import dev.larder.spi.Store;
import dev.larder.spi.StoreAddress;
import dev.larder.spi.StoreSetup;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Tests that a store takes no setting in silence that it does not know. */
public abstract class SettingsContract extends StoreCase {
    private static final Settings MISSPELT =
            Settings.of(Map.of("serialiser", "java")).from("larder.yaml, line 7");

    @Test
    void open_misspeltSettingInTheAddress_isRefusedWithTheNearestName() {
        StoreAddress address = StoreAddress.parse(address());
        StoreAddress misspelt = new StoreAddress(
                address.scheme(), address.rest(), address.settings().overlaidBy(MISSPELT));
        assertThatThrownBy(() -> open(misspelt, Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no setting 'serialiser' (larder.yaml, line 7; did you mean 'serializer'?);"
                        + " its settings are ");
    }

    @Test
    void open_misspeltSettingOfACacheInAFile_isRefusedBeforeTheCacheExists() {
        assertThatThrownBy(() -> open(StoreAddress.parse(address()), Map.of("books-*", MISSPELT)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("cache 'books-*': ")
                .hasMessageContaining("no setting 'serialiser' (larder.yaml, line 7");
    }

    @Test
    void openStore_misspeltSetting_isRefused() {
        Settings settings = StoreAddress.parse(address()).settings().overlaidBy(MISSPELT);
        assertThatThrownBy(() -> backend().open(new StoreSetup("books", false, settings)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no setting 'serialiser' (larder.yaml, line 7");
    }

    /** {@code LarderConfiguration} can set it on any store, and an application may change its store. */
    @Test
    void openStore_maxEntries_isTakenByEveryStore() {
        Settings settings =
                StoreAddress.parse(address()).settings().overlaidBy(Settings.of(Map.of("max-entries", "9")));
        Store<?, ?> bounded = backend().open(new StoreSetup("cache " + UUID.randomUUID(), false, settings));
        assertThat(bounded).isNotNull();
        destroy(bounded);
    }

    private void open(StoreAddress address, Map<String, Settings> caches) {
        try (Backend opened = BackendFinder.open(new BackendSetup(
                address, Clock.SYSTEM, Runnable::run, getClass().getClassLoader(), new Properties(), caches))) {
            assertThat(opened).isNotNull();
        }
    }
}
