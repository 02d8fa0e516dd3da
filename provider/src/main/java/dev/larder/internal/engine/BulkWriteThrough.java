package dev.larder.internal.engine;

import dev.larder.internal.engine.operation.EntryAction;
import dev.larder.internal.engine.operation.Transition;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.cache.Cache;
import javax.cache.integration.CacheWriterException;
import org.jspecify.annotations.Nullable;

/**
 * The writer's part of a bulk call. A writer removes from the collection what it has written. If it throws, what is
 * left must not reach the store either.
 *
 * @param unwritten the keys that must not be stored
 * @param failure what the writer threw, null if it did not
 * @param error the Error of the writer, null if there was none
 */
record BulkWriteThrough<K, V>(
        Set<K> unwritten,
        @Nullable CacheWriterException failure,
        @Nullable Error error) {

    /** Writes and deletes, through the writer if there is one, what the transitions are about to store. */
    static <K, V> BulkWriteThrough<K, V> of(
            @Nullable WriteThrough<K, V> writes, List<? extends Transition<K, V, ?>> transitions) {
        if (writes == null) {
            return new BulkWriteThrough<>(Set.of(), null, null);
        }
        List<Cache.Entry<K, V>> puts = new ArrayList<>();
        Set<K> removals = new HashSet<>();
        for (Transition<K, V, ?> transition : transitions) {
            V value = transition.decision().value();
            if (transition.decision().entryAction() == EntryAction.PUT && value != null) {
                puts.add(new WrittenEntry<>(transition.key(), value));
            } else if (transition.decision().entryAction() == EntryAction.REMOVE) {
                removals.add(transition.key());
            }
        }
        return write(writes, puts, removals);
    }

    /** Records the result in the progress of the bulk call. */
    void recordIn(BulkProgress<K, V, ?> bulkProgress) {
        if (failure != null) {
            bulkProgress.writerFailed(unwritten, failure);
        }
        if (error != null) {
            bulkProgress.addError(error);
        }
    }

    private static <K, V> BulkWriteThrough<K, V> write(
            WriteThrough<K, V> writes, List<Cache.Entry<K, V>> puts, Set<K> removals) {
        try {
            if (!puts.isEmpty()) {
                writes.writeAll(puts);
                puts.clear();
            }
            if (!removals.isEmpty()) {
                writes.deleteAll(removals);
                removals.clear();
            }
            return new BulkWriteThrough<>(Set.of(), null, null);
        } catch (CacheWriterException failure) {
            return new BulkWriteThrough<>(remaining(puts, removals), failure, null);
        } catch (Error thrown) {
            return new BulkWriteThrough<>(remaining(puts, removals), null, thrown);
        }
    }

    private static <K, V> Set<K> remaining(List<Cache.Entry<K, V>> puts, Set<K> removals) {
        Set<K> remaining = new HashSet<>(removals);
        puts.forEach(entry -> remaining.add(entry.getKey()));
        return remaining;
    }
}
