package dev.larder.redis;

import dev.larder.spi.Backend;
import dev.larder.spi.BackendSetup;
import dev.larder.spi.ByteEntry;
import dev.larder.spi.ByteKey;
import dev.larder.spi.ByteStore;
import dev.larder.spi.Clock;
import dev.larder.spi.ReadOptions;
import dev.larder.spi.ReadOptions.Touch;
import dev.larder.spi.StoreAddress;
import dev.larder.spi.StoreSetup;
import dev.larder.spi.Write;
import dev.larder.spi.WriteOptions;
import dev.larder.spi.WriteOptions.KeepExpiry;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** A backend with one store, and records like those of the core, as far as a store reads them. */
final class Opened implements AutoCloseable {
    private static final int HEADER = ByteEntry.ROOM_OFFSET + ByteEntry.ROOM;

    final Backend backend;
    final ByteStore store;

    Opened(String address) {
        this(address, "cache " + UUID.randomUUID(), Clock.SYSTEM);
    }

    Opened(String address, String cache, Clock clock) {
        StoreAddress parsed = StoreAddress.parse(address);
        backend = new RedisStoreProvider()
                .open(new BackendSetup(parsed, clock, Runnable::run, getClass().getClassLoader()));
        store = (ByteStore) backend.open(new StoreSetup(cache, false, parsed.settings()));
    }

    static ByteKey key(String text) {
        return new ByteKey(text.getBytes(StandardCharsets.UTF_8));
    }

    static ByteEntry entry(String text, long expiry) {
        byte[] payload = text.getBytes(StandardCharsets.UTF_8);
        return ByteEntry.of(
                ByteBuffer.allocate(HEADER + payload.length)
                        .putLong(
                                ByteEntry.VERSION_OFFSET,
                                ThreadLocalRandom.current().nextLong())
                        .putLong(ByteEntry.EXPIRY_OFFSET, expiry)
                        .put(HEADER, payload)
                        .array(),
                null);
    }

    static String text(ByteEntry entry) {
        return new String(entry.bytes(), HEADER, entry.bytes().length - HEADER, StandardCharsets.UTF_8);
    }

    /** Reads an entry and sets its expiry. */
    ByteEntry touch(ByteKey key, long now, long expiry) {
        return store.read(List.of(key), ReadOptions.of(null, new Touch(now, expiry)))
                .entry();
    }

    /** Puts an entry that keeps the expiry of the one that it replaces. */
    void putKeeping(ByteKey key, ByteEntry next, long now) {
        store.write(List.of(new Write(key, next)), WriteOptions.PUT.with(new KeepExpiry(now)));
    }

    @Override
    public void close() {
        store.close();
        backend.close();
    }
}
