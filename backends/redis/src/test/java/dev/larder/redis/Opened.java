package dev.larder.redis;

import dev.larder.spi.Backend;
import dev.larder.spi.BackendSetup;
import dev.larder.spi.ByteEntry;
import dev.larder.spi.ByteKey;
import dev.larder.spi.Clock;
import dev.larder.spi.LifetimeStore;
import dev.larder.spi.StoreAddress;
import dev.larder.spi.StoreSetup;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** A backend with one store, and records like those of the core, as far as a store reads them. */
final class Opened implements AutoCloseable {
    private static final int HEADER = ByteEntry.ROOM_OFFSET + ByteEntry.ROOM;

    final Backend backend;
    final LifetimeStore store;

    Opened(String address) {
        this(address, "cache " + UUID.randomUUID(), Clock.SYSTEM);
    }

    Opened(String address, String cache, Clock clock) {
        StoreAddress parsed = StoreAddress.parse(address);
        backend = new RedisStoreProvider()
                .open(new BackendSetup(parsed, clock, Runnable::run, getClass().getClassLoader()));
        store = (LifetimeStore) backend.open(new StoreSetup(cache, false, parsed.settings()));
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

    @Override
    public void close() {
        store.close();
        backend.close();
    }
}
