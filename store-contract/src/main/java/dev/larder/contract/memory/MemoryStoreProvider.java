package dev.larder.contract.memory;

import dev.larder.spi.Backend;
import dev.larder.spi.BackendSetup;
import dev.larder.spi.StoreProvider;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Serves {@code bytes:} and {@code bytes:name}. Backends of the same name share their entries as long as this JVM runs,
 * like clients of one server. Without a name each backend has its own entries.
 *
 * <p>Settings:
 *
 * <ul>
 * <li>{@code versions}: {@code header}, the default, compares entries by the version in their bytes, as a script on a
 *     server would; {@code token} compares them by a number that the store gives to each write
 * <li>{@code max-key-bytes}: 250
 * <li>{@code max-entry-bytes}: 1,048,576
 * </ul>
 */
public final class MemoryStoreProvider implements StoreProvider {
    private static final Map<String, MemoryServer> SHARED = new ConcurrentHashMap<>();

    @Override
    public Set<String> schemes() {
        return Set.of("bytes");
    }

    @Override
    public Backend open(BackendSetup setup) {
        String name = setup.address().rest();
        MemoryServer memoryServer =
                name.isEmpty() ? new MemoryServer() : SHARED.computeIfAbsent(name, unused -> new MemoryServer());
        return new MemoryBackend(setup, memoryServer);
    }
}
