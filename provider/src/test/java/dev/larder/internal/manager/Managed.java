package dev.larder.internal.manager;

import dev.larder.LarderCachingProvider;
import dev.larder.spi.StoreSetup;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Properties;
import java.util.UUID;
import javax.cache.CacheManager;

/** A provider of its own, and managers over probes that no other test sees. */
final class Managed implements AutoCloseable {
    final LarderCachingProvider provider = new LarderCachingProvider();
    final String name = UUID.randomUUID().toString();
    final URI uri = URI.create("probe:" + name);

    CacheManager manager() {
        return provider.getCacheManager(uri, null);
    }

    CacheManager manager(Properties properties) {
        return provider.getCacheManager(uri, null, properties);
    }

    /** A manager of a file that begins with this probe's address. */
    CacheManager manager(Path directory, String caches) throws IOException {
        Path file = directory.resolve("larder.yaml");
        Files.writeString(file, "store: " + uri + "?max-entries=1\n" + caches);
        return provider.getCacheManager(file.toUri(), null);
    }

    ProbeBackend backend() {
        return ProbeStoreProvider.backend(name);
    }

    ProbeStore store(String cache) {
        return Objects.requireNonNull(backend().stores.get(cache), cache);
    }

    StoreSetup setup(String cache) {
        return Objects.requireNonNull(backend().setups.get(cache), cache);
    }

    @Override
    public void close() {
        provider.close();
    }
}
