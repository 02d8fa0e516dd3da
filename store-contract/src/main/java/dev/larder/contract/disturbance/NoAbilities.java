package dev.larder.contract.disturbance;

import dev.larder.spi.Ability;
import dev.larder.spi.Store;
import dev.larder.spi.Stored;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Hides all abilities, so that the core takes separate steps. */
final class NoAbilities implements Disturbance {
    @Override
    public Set<Ability> abilities(Set<Ability> stated) {
        return Set.of();
    }

    @Override
    public <K, E extends Stored> @Nullable E exchange(
            Store<K, E> store, K key, @Nullable E expected, @Nullable E next) {
        return store.exchange(key, expected, next);
    }
}
