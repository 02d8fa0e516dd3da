package dev.larder.internal.engine.operation;

import dev.larder.LarderEntry;
import dev.larder.internal.Unwrapping;
import dev.larder.internal.engine.expiry.ExpiryFormat;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import javax.cache.processor.MutableEntry;
import org.jspecify.annotations.Nullable;

/**
 * The entry that an entry processor receives. It collects what the processor does. As JSR-107 requires, only the net
 * effect counts.
 */
final class ProcessorEntry<K, V> implements MutableEntry<K, V>, LarderEntry<K, V> {
    private final EntryView<K, V> entryView;
    private EntryAction entryAction = EntryAction.KEEP;
    private boolean decided;
    private @Nullable V value;

    ProcessorEntry(EntryView<K, V> entryView) {
        this.entryView = entryView;
    }

    @Override
    public K getKey() {
        return entryView.key();
    }

    @Override
    public boolean exists() {
        return decided ? value != null : entryView.isPresent();
    }

    @Override
    @SuppressWarnings("NullAway") // JSR-107 gives null where there is no value
    public V getValue() {
        if (!decided) {
            readValue();
        }
        return value;
    }

    private void readValue() {
        value = entryView.isPresent() ? entryView.value() : entryView.load();
        if (value != null) {
            decided = true;
            entryAction = entryView.isPresent() ? EntryAction.ACCESS : EntryAction.LOAD;
        }
    }

    @Override
    public void setValue(V newValue) {
        value = Objects.requireNonNull(newValue, () -> "the new value of key '" + getKey() + "' is null");
        decided = true;
        entryAction = EntryAction.PUT;
    }

    @Override
    public void remove() {
        boolean onlyOurs =
                !entryView.isPresent() && (entryAction == EntryAction.PUT || entryAction == EntryAction.LOAD);
        value = null;
        decided = true;
        entryAction = onlyOurs ? EntryAction.KEEP : EntryAction.REMOVE;
    }

    @Override
    public @Nullable Instant expiresAt() {
        return ExpiryFormat.instantOf(entryView.live());
    }

    @Override
    public Set<String> tags() {
        return TaggedEntry.of(entryView.live());
    }

    @Override
    public @Nullable String validator() {
        return ValidatableEntry.of(entryView.live());
    }

    @Override
    public <T> T unwrap(Class<T> type) {
        return Unwrapping.unwrap(type, this);
    }

    <T> Decision<V, T> decision(@Nullable T result) {
        return new Decision<>(entryAction, value, result, entryView.lookupOutcome());
    }
}
