package dev.larder.mapdb;

import dev.larder.spi.ByteEntry;
import dev.larder.spi.ByteKey;
import dev.larder.spi.Stored;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.mapdb.HTreeMap;
import org.mapdb.Serializer;

/** What one cache holds in one open database. Whoever writes holds the key's stripe. */
final class Contents {
    static final Serializer<byte[]> KEYS = new KeySerializer();
    static final Serializer<Sealed> VALUES = new SealedSerializer();

    private final Vessel vessel;
    private final HTreeMap<byte[], Sealed> map;
    private final AtomicLong entries;
    private final AtomicLong bytes;
    private final Heat heat;
    private volatile boolean mortal;
    private volatile @Nullable Mirror mirror;
    private volatile boolean left;

    private Contents(Vessel vessel, HTreeMap<byte[], Sealed> map, Amount amount) {
        this.vessel = vessel;
        this.map = map;
        this.entries = new AtomicLong(amount.entries());
        this.bytes = new AtomicLong(amount.bytes());
        this.heat = new Heat(amount.entries());
        this.mortal = amount.entries() > 0;
    }

    private Contents(Vessel vessel, HTreeMap<byte[], Sealed> map, Contents before) {
        this.vessel = vessel;
        this.map = map;
        this.entries = before.entries;
        this.bytes = before.bytes;
        this.heat = before.heat;
        this.mortal = before.mortal;
    }

    static Contents open(Vessel vessel, String cache) {
        Catalogue catalogue = vessel.catalogue();
        HTreeMap<byte[], Sealed> map =
                catalogue.holds(cache) ? catalogue.map(cache) : vessel.changing(() -> catalogue.map(cache));
        Amount saved = vessel.catalogue().amount(cache);
        return new Contents(vessel, map, saved == null ? counted(map) : saved);
    }

    // Only in a database of the application's that was not told of its end.
    private static Amount counted(HTreeMap<byte[], Sealed> map) {
        long entries = 0;
        long bytes = 0;
        for (var each : map.entrySet()) {
            entries++;
            bytes += Sealed.weight(each.getKey(), each.getValue().record());
        }
        return new Amount(entries, bytes);
    }

    /** The same in another database, to which all has moved. Nobody writes meanwhile. */
    Contents moved(Vessel to, String cache) {
        leave();
        return new Contents(to, to.catalogue().map(cache), this);
    }

    /** From now on nobody shall change anything here. Nobody writes meanwhile. */
    void leave() {
        left = true;
    }

    /**
     * Asked by whoever changes something, in the stripe.
     *
     * @throws Left if this is no longer what the cache holds
     */
    void refuseIfLeft() {
        if (left || vessel.fault != null) {
            throw new Left();
        }
    }

    /** Has each change made a second time from now on, null for no longer. Nobody writes meanwhile. */
    void reflectIn(@Nullable Mirror other) {
        mirror = other;
    }

    Vessel vessel() {
        return vessel;
    }

    HTreeMap<byte[], Sealed> map() {
        return map;
    }

    Heat heat() {
        return heat;
    }

    Amount amount() {
        return new Amount(entries.get(), bytes.get());
    }

    boolean isPassing(Bound bound) {
        return bound.isPassed(entries.get(), bytes.get());
    }

    /** Whether there may be entries that expire. */
    boolean isMortal() {
        return mortal;
    }

    @Nullable
    ByteEntry read(byte[] key) {
        try {
            Sealed found = map.get(key);
            return found == null ? null : found.open(key);
        } catch (RuntimeException | Error failure) {
            refuseIfLeft();
            throw failure;
        }
    }

    /** Puts, or removes if null, and gives what was there. */
    @Nullable
    ByteEntry set(ByteKey key, @Nullable ByteEntry next) {
        refuseIfLeft();
        Sealed sealed = next == null ? null : prepared(key, next);
        Sealed before = changed(key, sealed);
        return before == null ? null : before.open(key.bytes());
    }

    private Sealed prepared(ByteKey key, ByteEntry next) {
        mortal |= next.expiry() != Stored.ETERNAL;
        heat.grow(entries.get());
        heat.touch(key);
        return Sealed.of(key.bytes(), next.bytes());
    }

    // Whatever stops this may leave half a change behind, an error of the caller's thread included.
    private @Nullable Sealed changed(ByteKey key, @Nullable Sealed next) {
        try {
            Sealed before = next == null ? map.remove(key.bytes()) : map.put(key.bytes(), next);
            reflect(key, next);
            count(key.bytes(), before, next);
            return before;
        } catch (RuntimeException | Error stopped) {
            vessel.fault = stopped;
            throw stopped;
        }
    }

    private void reflect(ByteKey key, @Nullable Sealed next) {
        Mirror also = mirror;
        if (also != null) {
            also.set(key.bytes(), next);
        }
    }

    private void count(byte[] key, @Nullable Sealed before, @Nullable Sealed next) {
        int more = (next == null ? 0 : 1) - (before == null ? 0 : 1);
        if (more != 0) {
            entries.addAndGet(more);
        }
        long added = next == null ? 0 : Sealed.weight(key, next.record());
        long gone = before == null ? 0 : Sealed.weight(key, before.record());
        bytes.addAndGet(added - gone);
    }

    /** Forgets all. No one writes meanwhile. */
    void clear() {
        refuseIfLeft();
        vessel.change(() -> {
            map.clear();
            if (mirror != null) {
                mirror.clear();
            }
            entries.set(0);
            bytes.set(0);
        });
    }
}
