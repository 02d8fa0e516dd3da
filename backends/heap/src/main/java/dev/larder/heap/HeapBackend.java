package dev.larder.heap;

import dev.larder.spi.Backend;
import dev.larder.spi.BackendSetup;
import dev.larder.spi.Settings;
import dev.larder.spi.Store;
import dev.larder.spi.StoreSetup;
import java.util.regex.Pattern;

/** The backend of one manager on the heap. Its caches share only settings and a class loader. */
final class HeapBackend implements Backend {
    private static final Pattern NUMBER = Pattern.compile("[\\d_]+");

    private final ClassLoader loader;
    private final Settings ofAddress;

    HeapBackend(BackendSetup setup) {
        this.loader = setup.classLoader();
        this.ofAddress = setup.address().settings();
        refuseNumber(setup.address().rest());
        HeapBound.NAMES.check(setup, settings -> HeapBound.of(settings, loader));
    }

    private static void refuseNumber(String name) {
        if (NUMBER.matcher(name).matches()) {
            throw new IllegalArgumentException("store address 'heap:" + name + "': a number there bounds nothing;"
                    + " write heap:?max-entries=" + name);
        }
    }

    @Override
    public Store<?, ?> open(StoreSetup setup) {
        HeapBound.NAMES.check(setup, ofAddress);
        return HeapBound.of(setup.settings(), loader).newStore();
    }

    @Override
    public void close() {}
}
