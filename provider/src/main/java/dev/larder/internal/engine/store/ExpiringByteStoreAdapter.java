package dev.larder.internal.engine.store;

import dev.larder.internal.engine.store.TagValidator.FetchedRecord;
import dev.larder.spi.ByteEntry;
import dev.larder.spi.ByteKey;
import dev.larder.spi.LifetimeStore;
import dev.larder.spi.Stored;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The lifetime methods of a byte store. The stamps of the entries found are read in a round trip of their own. */
final class ExpiringByteStoreAdapter<K> implements ExpiringStoreAdapter<K> {
    private final RecordMapper<K, ?> recordMapper;
    private final TagValidator tagValidator;
    private final LifetimeStore store;
    private final CallGuard callGuard;

    ExpiringByteStoreAdapter(
            RecordMapper<K, ?> recordMapper, TagValidator tagValidator, LifetimeStore store, CallGuard callGuard) {
        this.recordMapper = recordMapper;
        this.tagValidator = tagValidator;
        this.store = store;
        this.callGuard = callGuard;
    }

    private LifetimeStore store() {
        callGuard.check();
        return store;
    }

    @Override
    public @Nullable Stored readTouching(K key, long now, long expiry) {
        ByteKey at = recordMapper.at(key);
        return tagValidator.entry(key, at, store().readTouching(at, now, expiry), null);
    }

    @Override
    public List<@Nullable Stored> readAllTouching(List<K> keys, long now, long expiry) {
        List<ByteKey> ats = recordMapper.at(keys);
        List<@Nullable ByteEntry> found = store().readAllTouching(ats, now, expiry);
        return tagValidator.entries(FetchedRecord.each(keys, ats, found), null);
    }

    @Override
    public void putKeeping(K key, Stored next, long now) {
        store().putKeeping(recordMapper.at(key), ((EncodedEntry) next).bytes(), now);
    }

    @Override
    public void putAllKeeping(Map<K, Stored> entries, long now) {
        store().putAllKeeping(recordMapper.bytes(entries), now);
    }

    @Override
    public @Nullable Stored swapKeeping(K key, Stored next, long now) {
        ByteKey at = recordMapper.at(key);
        return tagValidator.entry(key, at, store().swapKeeping(at, ((EncodedEntry) next).bytes(), now), null);
    }
}
