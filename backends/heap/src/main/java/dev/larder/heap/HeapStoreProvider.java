package dev.larder.heap;

import dev.larder.spi.Backend;
import dev.larder.spi.BackendSetup;
import dev.larder.spi.StoreProvider;
import java.util.Set;

/**
 * Serves addresses such as {@code heap:} and {@code heap:?max-entries=50_000}. Text between the colon and the question
 * mark only distinguishes managers. A {@code java.net.URI} needs some: {@code heap:///}, or plain {@code heap}.
 *
 * <p>Settings, of the address or of a single cache:
 *
 * <ul>
 * <li>{@code max-entries}: a number, or {@code unbounded}; the default is 100,000
 * <li>{@code max-weight} with {@code weigher}: bounds the sum of all weights instead. The weigher is {@code size} or
 *     the name of a class that implements {@link dev.larder.spi.Weigher}
 * </ul>
 */
public final class HeapStoreProvider implements StoreProvider {
    @Override
    public Set<String> schemes() {
        return Set.of("heap");
    }

    @Override
    public boolean keepsObjects() {
        return true;
    }

    @Override
    public Backend open(BackendSetup setup) {
        return new HeapBackend(setup);
    }
}
