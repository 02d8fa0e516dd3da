package dev.larder.contract.memory;

import dev.larder.spi.Backend;
import dev.larder.spi.BackendSetup;
import dev.larder.spi.StoreProvider;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Opens {@code bytes:} and {@code bytes:name}. Backends of the same name share their entries, as clients
 * of one server do, for as long as this JVM lives; without a name each backend has its own.
 *
 * <p>Settings: {@code versions} ({@code header}, the default: entries are told apart by the version in
 * their bytes, as a script on a server would; {@code token}: by a number that the medium gives to each
 * write), {@code max-key-bytes} (250) and {@code max-entry-bytes} (1,048,576).
 */
public final class MemoryStoreProvider implements StoreProvider {
    private static final Map<String, Medium> SHARED = new ConcurrentHashMap<>();

    @Override
    public Set<String> schemes() {
        return Set.of("bytes");
    }

    @Override
    public Backend open(BackendSetup setup) {
        String name = setup.address().rest();
        Medium medium = name.isEmpty() ? new Medium() : SHARED.computeIfAbsent(name, unused -> new Medium());
        return new MemoryBackend(medium, Versions.of(setup.address().settings()));
    }
}
