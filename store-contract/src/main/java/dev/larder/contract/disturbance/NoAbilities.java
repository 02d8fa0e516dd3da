package dev.larder.contract.disturbance;

import dev.larder.spi.Ability;
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
    public boolean loses(@Nullable Stored expected) {
        return false;
    }
}
