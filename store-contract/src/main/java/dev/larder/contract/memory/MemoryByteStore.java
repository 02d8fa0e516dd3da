package dev.larder.contract.memory;

import dev.larder.spi.Ability;
import dev.larder.spi.ByteEntry;
import dev.larder.spi.ByteKey;
import dev.larder.spi.ByteStore;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * A byte store in a map. It behaves like a server: it keeps no array of a caller, returns none of its own, and creates
 * a new entry at each read. It never deletes expired records.
 */
final class MemoryByteStore implements ByteStore {
    private final MemoryServer memoryServer;
    private final String cache;
    private final ConcurrentMap<ByteKey, ByteEntry> records;
    private final Versions versions;
    private final int maxKeyBytes;
    private final int maxEntryBytes;

    MemoryByteStore(MemoryServer memoryServer, String cache, Versions versions, int maxKeyBytes, int maxEntryBytes) {
        this.memoryServer = memoryServer;
        this.cache = cache;
        this.records = memoryServer.records(cache);
        this.versions = versions;
        this.maxKeyBytes = maxKeyBytes;
        this.maxEntryBytes = maxEntryBytes;
    }

    @Override
    public @Nullable ByteEntry read(ByteKey key) {
        return copyOut(records.get(key));
    }

    @Override
    public @Nullable ByteEntry exchange(ByteKey key, @Nullable ByteEntry expected, @Nullable ByteEntry next) {
        if (expected == null) {
            return next == null ? read(key) : copyOut(records.putIfAbsent(copyIn(key), copyIn(next)));
        }
        ByteEntry found = records.get(key);
        while (found != null && versions.same(found, expected)) {
            if (next == null ? records.remove(key, found) : records.replace(key, found, copyIn(next))) {
                return expected;
            }
            found = records.get(key);
        }
        return copyOut(found);
    }

    @Override
    public @Nullable ByteEntry swap(ByteKey key, @Nullable ByteEntry next) {
        return copyOut(next == null ? records.remove(key) : records.put(copyIn(key), copyIn(next)));
    }

    @Override
    public void put(ByteKey key, ByteEntry next) {
        records.put(copyIn(key), copyIn(next));
    }

    @Override
    public void clear() {
        records.clear();
    }

    @Override
    public Iterator<Map.Entry<ByteKey, ByteEntry>> iterator() {
        return records.entrySet().stream()
                .map(each -> Map.entry(
                        copy(each.getKey()),
                        copy(each.getValue(), each.getValue().token())))
                .iterator();
    }

    @Override
    public Set<Ability> abilities() {
        return EnumSet.complementOf(EnumSet.of(Ability.CHANGE_EVENTS));
    }

    @Override
    public boolean mayHoldOwnLifetimes() {
        return memoryServer.withOwnLifetimes().contains(cache);
    }

    @Override
    public void announceOwnLifetimes() {
        memoryServer.withOwnLifetimes().add(cache);
    }

    @Override
    public boolean isShared() {
        return true;
    }

    @Override
    public int maxKeyBytes() {
        return maxKeyBytes;
    }

    @Override
    public int maxEntryBytes() {
        return maxEntryBytes;
    }

    @Override
    public void close() {
        // The records stay, as on a server.
    }

    private ByteKey copyIn(ByteKey key) {
        refuseIfLonger("key", key.bytes().length, maxKeyBytes);
        return copy(key);
    }

    private ByteEntry copyIn(ByteEntry next) {
        refuseIfLonger("entry", next.bytes().length, maxEntryBytes);
        return copy(next, versions.stamp());
    }

    private static void refuseIfLonger(String what, int bytes, int limit) {
        if (bytes > limit) {
            throw new IllegalArgumentException(what + " of " + bytes + " bytes exceeds this store's limit of " + limit
                    + ", which the core should have kept");
        }
    }

    private static @Nullable ByteEntry copyOut(@Nullable ByteEntry found) {
        return found == null ? null : copy(found, found.token());
    }

    private static ByteKey copy(ByteKey key) {
        return new ByteKey(key.bytes().clone());
    }

    private static ByteEntry copy(ByteEntry entry, @Nullable Object token) {
        return ByteEntry.of(entry.bytes().clone(), token);
    }
}
