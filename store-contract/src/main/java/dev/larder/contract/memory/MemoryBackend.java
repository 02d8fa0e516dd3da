package dev.larder.contract.memory;

import dev.larder.spi.Backend;
import dev.larder.spi.BackendSetup;
import dev.larder.spi.SettingNames;
import dev.larder.spi.Settings;
import dev.larder.spi.Stamps;
import dev.larder.spi.Store;
import dev.larder.spi.StoreSetup;
import java.util.Map;
import java.util.Set;

/** Opens stores on one simulated server. */
final class MemoryBackend implements Backend {
    private static final SettingNames NAMES = new SettingNames(
            "bytes",
            Set.of("versions"),
            Set.of("max-key-bytes", "max-entry-bytes"),
            Map.of("max-entries", "it is a reference, and has no bound"));

    private final MemoryServer memoryServer;
    private final Versions versions;
    private final Settings ofAddress;

    MemoryBackend(BackendSetup setup, MemoryServer memoryServer) {
        NAMES.check(setup, settings -> {
            maxKeyBytes(settings);
            maxEntryBytes(settings);
        });
        this.memoryServer = memoryServer;
        this.versions = Versions.of(setup.address().settings());
        this.ofAddress = setup.address().settings();
    }

    @Override
    public Store<?, ?> open(StoreSetup setup) {
        NAMES.check(setup, ofAddress);
        return new MemoryByteStore(
                memoryServer, setup.cache(), versions, maxKeyBytes(setup.settings()), maxEntryBytes(setup.settings()));
    }

    private static int maxKeyBytes(Settings settings) {
        return settings.positiveInt("max-key-bytes", 250);
    }

    private static int maxEntryBytes(Settings settings) {
        return settings.positiveInt("max-entry-bytes", 1 << 20);
    }

    @Override
    public Stamps stamps() {
        return memoryServer.stamps();
    }

    @Override
    public void close() {
        // There is nothing to release.
    }
}
