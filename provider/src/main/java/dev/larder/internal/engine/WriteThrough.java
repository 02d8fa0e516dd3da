package dev.larder.internal.engine;

import dev.larder.internal.engine.operation.EntryAction;
import dev.larder.internal.engine.operation.Transition;
import java.util.Collection;
import javax.cache.Cache;
import javax.cache.integration.CacheWriter;
import javax.cache.integration.CacheWriterException;

/** The user's writer. It is called before the store. What it throws becomes a {@link CacheWriterException}. */
final class WriteThrough<K, V> {
    private final CacheWriter<? super K, ? super V> writer;
    private final String cache;

    WriteThrough(CacheWriter<? super K, ? super V> writer, String cache) {
        this.writer = writer;
        this.cache = cache;
    }

    /** Writes or deletes what a transition is about to put or remove. */
    void writeThrough(Transition<K, V, ?> transition) {
        V value = transition.decision().value();
        if (transition.decision().entryAction() == EntryAction.PUT && value != null) {
            write(transition.key(), value);
        } else if (transition.decision().entryAction() == EntryAction.REMOVE) {
            delete(transition.key());
        }
    }

    private void write(K key, V value) {
        calling("write key '" + key + "'", () -> writer.write(new WrittenEntry<>(key, value)));
    }

    private void delete(K key) {
        calling("delete key '" + key + "'", () -> writer.delete(key));
    }

    /** Writes all entries. Those still in the collection afterwards were not written. */
    @SuppressWarnings({"unchecked", "rawtypes"}) // the standard's signature has wildcards that nothing fits
    void writeAll(Collection<Cache.Entry<K, V>> entries) {
        calling("write " + entries.size() + " entries", () -> writer.writeAll((Collection) entries));
    }

    /** Deletes all keys. Those still in the collection afterwards were not deleted. */
    void deleteAll(Collection<K> keys) {
        calling("delete " + keys.size() + " keys", () -> writer.deleteAll(keys));
    }

    private void calling(String what, Runnable call) {
        try {
            call.run();
        } catch (CacheWriterException alreadyWrapped) {
            throw alreadyWrapped;
        } catch (Exception failure) {
            throw new CacheWriterException(
                    "cache '" + cache + "': the writer failed to " + what + ": " + failure, failure);
        }
    }
}
