package dev.larder.contract.memory;

import dev.larder.spi.Backend;
import dev.larder.spi.Stamps;
import dev.larder.spi.Store;
import dev.larder.spi.StoreSetup;

/** Opens stores on one simulated server. */
final class MemoryBackend implements Backend {
    private final MemoryServer memoryServer;
    private final Versions versions;

    MemoryBackend(MemoryServer memoryServer, Versions versions) {
        this.memoryServer = memoryServer;
        this.versions = versions;
    }

    @Override
    public Store<?, ?> open(StoreSetup setup) {
        int keyBytes = Math.toIntExact(setup.settings().positive("max-key-bytes", 250));
        int entryBytes = Math.toIntExact(setup.settings().positive("max-entry-bytes", 1 << 20));
        return new MemoryByteStore(memoryServer, setup.cache(), versions, keyBytes, entryBytes);
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
