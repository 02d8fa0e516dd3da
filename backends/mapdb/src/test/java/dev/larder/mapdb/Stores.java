package dev.larder.mapdb;

import dev.larder.spi.Backend;
import dev.larder.spi.BackendSetup;
import dev.larder.spi.ByteEntry;
import dev.larder.spi.ByteKey;
import dev.larder.spi.ByteStore;
import dev.larder.spi.Clock;
import dev.larder.spi.StoreAddress;
import dev.larder.spi.StoreSetup;
import dev.larder.spi.Stored;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** Opens backends and stores, and makes what goes into them. */
public final class Stores {
    private static final int HEADER = 20;

    private Stores() {}

    public static Backend backend(String address) {
        return backend(address, Clock.SYSTEM);
    }

    static Backend backend(String address, Clock clock) {
        return new MapDbStoreProvider()
                .open(new BackendSetup(
                        StoreAddress.parse(address), clock, Runnable::run, Stores.class.getClassLoader()));
    }

    public static ByteStore open(Backend backend, String cache) {
        return open(backend, cache, "");
    }

    public static ByteStore open(Backend backend, String cache, String settings) {
        return (ByteStore) backend.open(new StoreSetup(
                cache, false, StoreAddress.parse("mapdb:x?" + settings).settings()));
    }

    public static ByteKey key(String text) {
        return new ByteKey(text.getBytes(StandardCharsets.UTF_8));
    }

    public static ByteEntry entry(String text) {
        return entry(text, Stored.ETERNAL);
    }

    static ByteEntry entry(String text, long expiry) {
        byte[] payload = text.getBytes(StandardCharsets.UTF_8);
        return ByteEntry.of(
                ByteBuffer.allocate(HEADER + payload.length)
                        .putInt(0)
                        .putLong(ThreadLocalRandom.current().nextLong())
                        .putLong(expiry)
                        .put(payload)
                        .array(),
                null);
    }

    static @Nullable String text(@Nullable ByteEntry entry) {
        return entry == null
                ? null
                : new String(entry.bytes(), HEADER, entry.bytes().length - HEADER, StandardCharsets.UTF_8);
    }

    static @Nullable String textAt(ByteStore store, String key) {
        return text(store.read(key(key)));
    }
}
