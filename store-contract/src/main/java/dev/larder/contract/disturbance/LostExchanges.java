package dev.larder.contract.disturbance;

import dev.larder.spi.Ability;
import dev.larder.spi.ByteEntry;
import dev.larder.spi.ObjectEntry;
import dev.larder.spi.Store;
import dev.larder.spi.Stored;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * Every third exchange of an entry, on average, is lost to somebody else who wrote the same value anew
 * a moment before.
 */
final class LostExchanges implements Disturbance {
    private static final int ONE_IN = 3;

    @Override
    public Set<Ability> abilities(Set<Ability> stated) {
        return stated;
    }

    @Override
    public <K, E extends Stored> @Nullable E exchange(
            Store<K, E> store, K key, @Nullable E expected, @Nullable E next) {
        if (expected != null && ThreadLocalRandom.current().nextInt(ONE_IN) == 0) {
            E rewritten = rewritten(expected);
            E witness = store.exchange(key, expected, rewritten);
            // A byte store tells versions apart by bytes, so the entry to go on with is the one that it gives.
            return witness == expected ? store.read(key) : witness;
        }
        return store.exchange(key, expected, next);
    }

    /** The same value as another version. The bytes' own version may be under a checksum: it stays. */
    @SuppressWarnings("unchecked")
    private static <E extends Stored> E rewritten(E entry) {
        if (entry instanceof ObjectEntry object) {
            return (E) object.withExpiry(object.expiry());
        }
        ByteEntry bytes = (ByteEntry) entry;
        return (E) ByteEntry.of(bytes.bytes().clone(), bytes.token());
    }
}
