package dev.larder.memcached;

import dev.larder.spi.Backend;
import dev.larder.spi.BackendSetup;
import dev.larder.spi.ByteEntry;
import dev.larder.spi.ByteKey;
import dev.larder.spi.ByteStore;
import dev.larder.spi.Clock;
import dev.larder.spi.Settings;
import dev.larder.spi.StoreAddress;
import dev.larder.spi.StoreSetup;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ThreadLocalRandom;

/** A backend with one store, and records like those of the core, as far as a store reads them. */
public final class Opened implements AutoCloseable {
    private static final int HEADER = ByteEntry.EXPIRY_OFFSET + Long.BYTES;

    public final Backend backend;
    public final ByteStore store;
    private final Settings settings;

    public Opened(String address, String cache) {
        this(address, cache, new Properties());
    }

    Opened(String address, String cache, Properties properties) {
        StoreAddress parsed = StoreAddress.parse(address);
        backend = new MemcachedStoreProvider()
                .open(new BackendSetup(
                        parsed,
                        Clock.SYSTEM,
                        ForkJoinPool.commonPool(),
                        getClass().getClassLoader(),
                        properties));
        settings = parsed.settings();
        store = open(cache);
    }

    /** A further store of the same backend. */
    ByteStore open(String cache) {
        return (ByteStore) backend.open(new StoreSetup(cache, false, settings));
    }

    public static ByteKey key(String text) {
        return new ByteKey(text.getBytes(StandardCharsets.UTF_8));
    }

    public static ByteEntry entry(String text, long expiry) {
        return entry(text.getBytes(StandardCharsets.UTF_8), expiry);
    }

    public static ByteEntry entry(byte[] payload, long expiry) {
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

    /** Null for null. */
    public static String text(ByteEntry entry) {
        return entry == null
                ? null
                : new String(entry.bytes(), HEADER, entry.bytes().length - HEADER, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        store.close();
        backend.close();
    }
}
