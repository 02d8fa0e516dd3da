package dev.larder.heap;

import dev.larder.spi.BackendSetup;
import dev.larder.spi.Clock;
import dev.larder.spi.ObjectStore;
import dev.larder.spi.Settings;
import dev.larder.spi.StoreAddress;
import dev.larder.spi.StoreSetup;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;

/** The stores that the tests run against. */
final class Stores {
    private Stores() {}

    /** One for each kind of bound. */
    static Stream<Named<ObjectStore>> all() {
        return Stream.of(
                        "heap:",
                        "heap:?max-entries=unbounded",
                        "heap:?max-weight=10_000_000&weigher=dev.larder.heap.OneEach")
                .map(address -> Named.of(address, open(address)));
    }

    /** Too small for what the tests put there. */
    static Stream<Named<ObjectStore>> tiny() {
        return Stream.of(
                        "heap:?max-entries=1",
                        "heap:?max-entries=3",
                        "heap:?max-weight=3&weigher=dev.larder.heap.OneEach")
                .map(address -> Named.of(address, open(address)));
    }

    static ObjectStore open(String address) {
        return open(address, Settings.NONE);
    }

    static ObjectStore open(String address, Settings ofTheCache) {
        StoreAddress parsed = StoreAddress.parse(address);
        BackendSetup backend = new BackendSetup(parsed, Clock.SYSTEM, Runnable::run, Stores.class.getClassLoader());
        return (ObjectStore) new HeapStoreProvider()
                .open(backend)
                .open(new StoreSetup("orders", true, parsed.settings().overlaidBy(ofTheCache)));
    }
}
