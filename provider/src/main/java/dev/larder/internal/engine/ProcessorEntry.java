package dev.larder.internal.engine;

import dev.larder.LarderEntry;
import dev.larder.internal.Unwrapping;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import javax.cache.processor.MutableEntry;
import org.jspecify.annotations.Nullable;

/**
 * The entry in an entry processor's hands. It collects what the processor does; the net effect alone
 * counts, as JSR-107 has it.
 */
final class ProcessorEntry<K, V> implements MutableEntry<K, V>, LarderEntry<K, V> {
    private final Current<K, V> current;
    private Effect effect = Effect.KEEP;
    private boolean decided;
    private @Nullable V value;

    ProcessorEntry(Current<K, V> current) {
        this.current = current;
    }

    @Override
    public K getKey() {
        return current.key();
    }

    @Override
    public boolean exists() {
        return decided ? value != null : current.isPresent();
    }

    @Override
    @SuppressWarnings("NullAway") // JSR-107 gives null where there is no value
    public V getValue() {
        if (!decided) {
            look();
        }
        return value;
    }

    private void look() {
        value = current.isPresent() ? current.value() : current.load();
        if (value != null) {
            decided = true;
            effect = current.isPresent() ? Effect.ACCESS : Effect.LOAD;
        }
    }

    @Override
    public void setValue(V newValue) {
        value = Objects.requireNonNull(newValue, () -> "the new value of key '" + getKey() + "' is null");
        decided = true;
        effect = Effect.PUT;
    }

    @Override
    public void remove() {
        boolean onlyOurs = !current.isPresent() && (effect == Effect.PUT || effect == Effect.LOAD);
        value = null;
        decided = true;
        effect = onlyOurs ? Effect.KEEP : Effect.REMOVE;
    }

    @Override
    public @Nullable Instant expiresAt() {
        return Expiries.instantOf(current.live());
    }

    @Override
    public Set<String> tags() {
        return HasTags.of(current.live());
    }

    @Override
    public @Nullable String validator() {
        return HasValidator.of(current.live());
    }

    @Override
    public <T> T unwrap(Class<T> type) {
        return Unwrapping.unwrap(type, this);
    }

    <T> Verdict<V, T> verdict(@Nullable T result) {
        return new Verdict<>(effect, value, result, current.presence());
    }
}
