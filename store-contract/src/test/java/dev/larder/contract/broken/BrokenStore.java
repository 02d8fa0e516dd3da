package dev.larder.contract.broken;

import dev.larder.spi.Ability;
import dev.larder.spi.ByteEntry;
import dev.larder.spi.ByteKey;
import dev.larder.spi.ByteStore;
import dev.larder.spi.Exchange;
import dev.larder.spi.Stored;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/** A store that is right but for one fault. */
final class BrokenStore implements ByteStore {
    private static final int PAYLOAD = ByteEntry.ROOM_OFFSET + ByteEntry.ROOM;
    private static final Map<String, Long> FIRST_EXPIRIES = new ConcurrentHashMap<>();

    private final Map<String, ByteEntry> records;
    private final String prefix;
    private final Fault fault;

    BrokenStore(Map<String, ByteEntry> records, String cache, Fault fault) {
        this.records = records;
        this.prefix =
                cache + (fault == Fault.JOINS_NAME_AND_KEY ? "" : fault == Fault.CLEARS_NEIGHBOURS ? ":" : "\uffff");
        this.fault = fault;
    }

    @Override
    public ByteEntry read(ByteKey key) {
        ByteEntry entry = alive(at(key), records.get(at(key)));
        return entry == null ? null : ByteEntry.of(entry.bytes(), null);
    }

    private ByteEntry alive(String at, ByteEntry entry) {
        long now = System.currentTimeMillis();
        if (entry == null || (fault == Fault.EXPIRES_EARLY && entry.expiry() < now + 60_000)) {
            return null;
        }
        return fault == Fault.KEEPS_THE_FIRST_EXPIRY && FIRST_EXPIRIES.getOrDefault(at, Stored.ETERNAL) <= now
                ? null
                : entry;
    }

    @Override
    public List<ByteEntry> readAll(List<ByteKey> keys) {
        List<ByteKey> order = new ArrayList<>(keys);
        if (fault == Fault.READ_ALL_SORTS) {
            order.sort(Comparator.comparing(ByteKey::toString));
        }
        List<ByteEntry> entries = new ArrayList<>();
        order.forEach(key -> entries.add(read(key)));
        return entries;
    }

    @Override
    public ByteEntry exchange(ByteKey key, ByteEntry expected, ByteEntry next) {
        if (fault == Fault.EXCHANGE_IN_STEPS) {
            return exchangeNow(key, expected, next);
        }
        synchronized (records) {
            return exchangeNow(key, expected, next);
        }
    }

    private ByteEntry exchangeNow(ByteKey key, ByteEntry expected, ByteEntry next) {
        ByteEntry found = read(key);
        if (!same(found, expected)) {
            return fault == Fault.NO_WITNESS ? null : found;
        }
        LockSupport.parkNanos(1_000);
        write(key, next);
        return expected != null && fault == Fault.EXCHANGE_GIVES_A_COPY
                ? ByteEntry.of(expected.bytes(), null)
                : expected;
    }

    private boolean same(ByteEntry found, ByteEntry expected) {
        if (found == null || expected == null) {
            return found == expected;
        }
        return fault == Fault.COMPARES_PAYLOADS
                ? Arrays.equals(payload(found), payload(expected))
                : found.version() == expected.version();
    }

    private void write(ByteKey key, ByteEntry next) {
        if (next == null) {
            records.remove(at(key));
            FIRST_EXPIRIES.remove(at(key));
        } else {
            FIRST_EXPIRIES.putIfAbsent(at(key), next.expiry());
            records.put(at(key), fault == Fault.VALUES_AS_C_STRINGS ? cut(next) : next);
        }
    }

    @Override
    public List<ByteEntry> exchangeAll(List<Exchange<ByteKey, ByteEntry>> exchanges) {
        List<ByteEntry> witnesses = new ArrayList<>();
        for (Exchange<ByteKey, ByteEntry> each : exchanges) {
            ByteEntry witness = exchange(each.key(), each.expected(), each.next());
            witnesses.add(
                    fault == Fault.EXCHANGE_ALL_REPEATS ? exchange(each.key(), each.expected(), each.next()) : witness);
        }
        return witnesses;
    }

    @Override
    public ByteEntry swap(ByteKey key, ByteEntry next) {
        synchronized (records) {
            ByteEntry found = read(key);
            write(key, next);
            return fault == Fault.SWAP_GIVES_THE_NEW ? next : found;
        }
    }

    @Override
    public void put(ByteKey key, ByteEntry next) {
        synchronized (records) {
            ByteEntry found = fault == Fault.PUT_KEEPS_THE_VERSION ? read(key) : null;
            write(key, found == null ? next : withVersionOf(found, next));
        }
    }

    @Override
    public void clear() {
        String start = fault == Fault.CLEARS_NEIGHBOURS ? prefix.substring(0, prefix.length() - 1) : prefix;
        records.keySet().removeIf(each -> each.startsWith(start));
    }

    @Override
    public void destroy() {
        if (fault != Fault.DESTROYS_NOTHING) {
            clear();
        }
    }

    @Override
    public Iterator<Map.Entry<ByteKey, ByteEntry>> iterator() {
        List<Map.Entry<ByteKey, ByteEntry>> entries = new ArrayList<>();
        records.forEach((at, entry) -> {
            if (at.startsWith(prefix)) {
                entries.add(Map.entry(key(at.substring(prefix.length())), ByteEntry.of(entry.bytes(), null)));
            }
        });
        if (fault == Fault.ITERATES_TWICE && !entries.isEmpty()) {
            entries.add(entries.get(0));
        }
        return entries.iterator();
    }

    @Override
    public Set<Ability> abilities() {
        return fault == Fault.PUTS_UNSTATED ? Set.of() : Set.of(Ability.values());
    }

    @Override
    public int maxKeyBytes() {
        return 250;
    }

    @Override
    public int maxEntryBytes() {
        return 1 << 20;
    }

    @Override
    public void close() {
        // Nothing is held.
    }

    private String at(ByteKey key) {
        return prefix
                + new String(
                        key.bytes(),
                        fault == Fault.KEYS_AS_TEXT ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1);
    }

    private static ByteKey key(String text) {
        return new ByteKey(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static byte[] payload(ByteEntry entry) {
        return Arrays.copyOfRange(entry.bytes(), PAYLOAD, entry.bytes().length);
    }

    private static ByteEntry cut(ByteEntry entry) {
        int end = PAYLOAD;
        while (end < entry.bytes().length && entry.bytes()[end] != 0) {
            end++;
        }
        return ByteEntry.of(Arrays.copyOf(entry.bytes(), end), null);
    }

    private static ByteEntry withVersionOf(ByteEntry found, ByteEntry next) {
        byte[] bytes = next.bytes().clone();
        ByteBuffer.wrap(bytes).putLong(ByteEntry.VERSION_OFFSET, found.version());
        return ByteEntry.of(bytes, null);
    }
}
