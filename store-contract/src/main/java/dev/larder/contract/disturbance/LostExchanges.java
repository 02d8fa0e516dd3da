package dev.larder.contract.disturbance;

import dev.larder.spi.Ability;
import dev.larder.spi.ByteEntry;
import dev.larder.spi.ObjectEntry;
import dev.larder.spi.Store;
import dev.larder.spi.Stored;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** Loses every third exchange of an entry, on average, as if another client had written the same value just before. */
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
            // A byte store distinguishes versions by bytes, so the caller has to go on with the entry that the store
            // returns.
            return witness == expected ? store.read(key) : witness;
        }
        return store.exchange(key, expected, next);
    }

    /**
     * Returns the same value as another version. The version inside the bytes stays, because a checksum may cover it.
     */
    @SuppressWarnings("unchecked")
    private static <E extends Stored> E rewritten(E entry) {
        if (entry instanceof ObjectEntry object) {
            return (E) object.withExpiry(object.expiry());
        }
        ByteEntry bytes = (ByteEntry) entry;
        return (E) ByteEntry.of(bytes.bytes().clone(), bytes.token());
    }
}
