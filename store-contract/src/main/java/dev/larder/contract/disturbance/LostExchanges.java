package dev.larder.contract.disturbance;

import dev.larder.spi.Ability;
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
    public boolean loses(@Nullable Stored expected) {
        return expected != null && ThreadLocalRandom.current().nextInt(ONE_IN) == 0;
    }
}
