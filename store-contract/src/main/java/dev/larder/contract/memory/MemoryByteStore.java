package dev.larder.contract.memory;

import dev.larder.spi.Ability;
import dev.larder.spi.ByteEntry;
import dev.larder.spi.ByteKey;
import dev.larder.spi.ByteStore;
import dev.larder.spi.ReadOptions;
import dev.larder.spi.Reply;
import dev.larder.spi.TagQuery;
import dev.larder.spi.Write;
import dev.larder.spi.WriteOptions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * A byte store in a map. It behaves like a server: it keeps no array of a caller, returns none of its own, and creates
 * a new entry at each read. It never deletes expired records.
 */
final class MemoryByteStore implements ByteStore {
    private static final Set<Ability> ABILITIES =
            Collections.unmodifiableSet(EnumSet.complementOf(EnumSet.of(Ability.CHANGE_EXPIRY, Ability.CHANGE_EVENTS)));

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
    public Reply read(List<ByteKey> keys, ReadOptions options) {
        options.requireAbilities(ABILITIES);
        List<@Nullable ByteEntry> entries = new ArrayList<>();
        keys.forEach(key -> entries.add(copyOut(records.get(key))));
        return new Reply(entries, stamps(options.tags()));
    }

    @Override
    public Reply write(List<Write> writes, WriteOptions options) {
        options.requireAbilities(ABILITIES);
        List<@Nullable ByteEntry> entries = new ArrayList<>();
        for (Write each : writes) {
            entries.add(
                    switch (options.mode()) {
                        case EXCHANGE -> exchanged(each.key(), each.expected(), each.next());
                        case SWAP -> swapped(each.key(), each.next());
                        case PUT -> {
                            swapped(each.key(), each.next());
                            yield null;
                        }
                    });
        }
        return new Reply(entries, stamps(options.tags()));
    }

    private long @Nullable [] stamps(@Nullable TagQuery query) {
        return query == null ? null : memoryServer.stamps().answer(query);
    }

    private @Nullable ByteEntry exchanged(ByteKey key, @Nullable ByteEntry expected, @Nullable ByteEntry next) {
        if (expected == null) {
            return copyOut(next == null ? records.get(key) : records.putIfAbsent(copyIn(key), copyIn(next)));
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

    private @Nullable ByteEntry swapped(ByteKey key, @Nullable ByteEntry next) {
        return copyOut(next == null ? records.remove(key) : records.put(copyIn(key), copyIn(next)));
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
        return ABILITIES;
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
