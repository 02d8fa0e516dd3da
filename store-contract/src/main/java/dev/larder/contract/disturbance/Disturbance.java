package dev.larder.contract.disturbance;

import dev.larder.spi.Ability;
import dev.larder.spi.Stored;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A change to the behaviour of a store. Thread-safe. */
interface Disturbance {
    /** Returns the abilities that remain of those that the store states. */
    Set<Ability> abilities(Set<Ability> stated);

    /** Whether an exchange is lost, as if another client had written the same value just before. */
    boolean loses(@Nullable Stored expected);
}
