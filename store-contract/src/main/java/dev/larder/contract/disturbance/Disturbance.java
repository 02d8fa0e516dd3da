package dev.larder.contract.disturbance;

import dev.larder.spi.Ability;
import dev.larder.spi.Store;
import dev.larder.spi.Stored;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A change to the behaviour of a store. Thread-safe. */
interface Disturbance {
    /** Returns the abilities that remain of those that the store states. */
    Set<Ability> abilities(Set<Ability> stated);

    /** Replaces the store's {@link Store#exchange}. */
    <K, E extends Stored> @Nullable E exchange(Store<K, E> store, K key, @Nullable E expected, @Nullable E next);
}
