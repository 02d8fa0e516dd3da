package dev.larder.internal.none;

import dev.larder.spi.Ability;
import dev.larder.spi.ObjectEntry;
import dev.larder.spi.ObjectStore;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A store that drops each entry at once, as any store may. */
final class NoneStore implements ObjectStore {
    private static final Set<Ability> ALL = Collections.unmodifiableSet(
            EnumSet.of(Ability.READ_FREE_PUT, Ability.SWAP, Ability.PUT_IF_ABSENT, Ability.NATIVE_EXPIRY));

    @Override
    public @Nullable ObjectEntry read(Object key) {
        return null;
    }

    /** Succeeds if no entry was expected, since there is never one. */
    @Override
    public @Nullable ObjectEntry exchange(Object key, @Nullable ObjectEntry expected, @Nullable ObjectEntry next) {
        return null;
    }

    @Override
    public @Nullable ObjectEntry swap(Object key, @Nullable ObjectEntry next) {
        return null;
    }

    @Override
    public void put(Object key, ObjectEntry next) {}

    @Override
    public void clear() {}

    @Override
    public Iterator<Map.Entry<Object, ObjectEntry>> iterator() {
        return Collections.emptyIterator();
    }

    @Override
    public Set<Ability> abilities() {
        return ALL;
    }

    @Override
    public boolean keepsNothing() {
        return true;
    }

    @Override
    public void close() {}
}
