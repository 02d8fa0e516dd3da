package dev.larder.contract.broken;

import dev.larder.spi.Backend;
import dev.larder.spi.BackendSetup;
import dev.larder.spi.ByteEntry;
import dev.larder.spi.Store;
import dev.larder.spi.StoreProvider;
import dev.larder.spi.StoreSetup;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/** Opens {@code broken:?fault=…}: stores with one fault, on one shared map of this JVM. */
public final class BrokenStoreProvider implements StoreProvider {
    private static final Map<String, ByteEntry> RECORDS = new ConcurrentHashMap<>();

    @Override
    public Set<String> schemes() {
        return Set.of("broken");
    }

    @Override
    public Backend open(BackendSetup setup) {
        Fault fault = Fault.valueOf(setup.address().settings().text("fault", ""));
        AtomicBoolean closed = new AtomicBoolean();
        return new Backend() {
            @Override
            public Store<?, ?> open(StoreSetup store) {
                return new BrokenStore(RECORDS, store.cache(), fault);
            }

            @Override
            public void close() {
                if (closed.getAndSet(true) && fault == Fault.CLOSES_ONCE) {
                    throw new IllegalStateException("closed already");
                }
                if (fault == Fault.CLOSE_EMPTIES) {
                    RECORDS.clear();
                }
            }
        };
    }
}
