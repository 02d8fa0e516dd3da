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
    private final Medium medium;
    private final String cache;
    private final ConcurrentMap<ByteKey, ByteEntry> records;
    private final Versions versions;
    private final int maxKeyBytes;
    private final int maxEntryBytes;

    MemoryByteStore(Medium medium, String cache, Versions versions, int maxKeyBytes, int maxEntryBytes) {
        this.medium = medium;
        this.cache = cache;
        this.records = medium.records(cache);
        this.versions = versions;
        this.maxKeyBytes = maxKeyBytes;
        this.maxEntryBytes = maxEntryBytes;
    }

    @Override
    public @Nullable ByteEntry read(ByteKey key) {
        return given(records.get(key));
    }

    @Override
    public @Nullable ByteEntry exchange(ByteKey key, @Nullable ByteEntry expected, @Nullable ByteEntry next) {
        if (expected == null) {
            return next == null ? read(key) : given(records.putIfAbsent(kept(key), kept(next)));
        }
        ByteEntry found = records.get(key);
        while (found != null && versions.same(found, expected)) {
            if (next == null ? records.remove(key, found) : records.replace(key, found, kept(next))) {
                return expected;
            }
            found = records.get(key);
        }
        return given(found);
    }

    @Override
    public @Nullable ByteEntry swap(ByteKey key, @Nullable ByteEntry next) {
        return given(next == null ? records.remove(key) : records.put(kept(key), kept(next)));
    }

    @Override
    public void put(ByteKey key, ByteEntry next) {
        records.put(kept(key), kept(next));
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
        return EnumSet.complementOf(EnumSet.of(Ability.NOTIFICATIONS));
    }

    @Override
    public boolean mayHoldOwnLifetimes() {
        return medium.withOwnLifetimes().contains(cache);
    }

    @Override
    public void announceOwnLifetimes() {
        medium.withOwnLifetimes().add(cache);
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

    private ByteKey kept(ByteKey key) {
        refuseIfLonger("key", key.bytes().length, maxKeyBytes);
        return copy(key);
    }

    private ByteEntry kept(ByteEntry next) {
        refuseIfLonger("entry", next.bytes().length, maxEntryBytes);
        return copy(next, versions.stamp());
    }

    private static void refuseIfLonger(String what, int bytes, int limit) {
        if (bytes > limit) {
            throw new IllegalArgumentException(what + " of " + bytes + " bytes exceeds this store's limit of " + limit
                    + ", which the core should have kept");
        }
    }

    private static @Nullable ByteEntry given(@Nullable ByteEntry found) {
        return found == null ? null : copy(found, found.token());
    }

    private static ByteKey copy(ByteKey key) {
        return new ByteKey(key.bytes().clone());
    }

    private static ByteEntry copy(ByteEntry entry, @Nullable Object token) {
        return ByteEntry.of(entry.bytes().clone(), token);
    }
}
