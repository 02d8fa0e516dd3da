package dev.larder.internal.manager;

import dev.larder.spi.Backend;
import dev.larder.spi.BackendSetup;
import dev.larder.spi.StoreProvider;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Serves {@code probe:name}: maps in memory, whose backends a test can access by name. */
public final class ProbeStoreProvider implements StoreProvider {
    private static final Map<String, ProbeBackend> BACKENDS = new ConcurrentHashMap<>();

    static ProbeBackend backend(String name) {
        return Objects.requireNonNull(BACKENDS.get(name), name);
    }

    @Override
    public Set<String> schemes() {
        return Set.of("probe");
    }

    @Override
    public boolean keepsObjects() {
        return true;
    }

    @Override
    public Backend open(BackendSetup setup) {
        if (setup.address().settings().text("broken") != null) {
            throw new IllegalArgumentException("setting 'broken' is not to be set");
        }
        ProbeBackend backend = new ProbeBackend(setup.caches());
        BACKENDS.put(setup.address().rest(), backend);
        return backend;
    }
}
