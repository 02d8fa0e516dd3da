package dev.larder.remote;

import dev.larder.StoreUnavailableException;
import dev.larder.spi.ByteEntry;
import dev.larder.spi.ByteKey;
import dev.larder.spi.ByteStore;
import dev.larder.spi.ForwardingByteStore;
import dev.larder.spi.ReadOptions;
import dev.larder.spi.Reply;
import dev.larder.spi.Write;
import dev.larder.spi.WriteOptions;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Drops failed writes. The entry that a dropped write would have replaced is never returned again: its key is absent in
 * this JVM until the entry is removed on the server.
 */
final class DroppingStore extends ForwardingByteStore {
    private static final Logger LOG = LoggerFactory.getLogger(DroppingStore.class);

    private final ByteStore store;
    private final String cache;
    private final PendingRemovals pendingRemovals;

    DroppingStore(ByteStore store, String cache, Executor executor) {
        super(store);
        this.store = store;
        this.cache = cache;
        this.pendingRemovals = new PendingRemovals(store, cache, executor);
    }

    @Override
    public Reply read(List<ByteKey> keys, ReadOptions options) {
        try {
            pendingRemovals.removePending(keys);
        } catch (StoreUnavailableException away) {
            LOG.debug("cache '{}': dropped writes are still to be removed, so a read misses", cache, away);
            return missed(keys, options);
        }
        return options.forUpdate() ? readForUpdate(keys, options) : store.read(keys, options);
    }

    private Reply readForUpdate(List<ByteKey> keys, ReadOptions options) {
        try {
            return store.read(keys, options);
        } catch (StoreUnavailableException failure) {
            LOG.debug("cache '{}': a read before a write failed, and the write is dropped", cache, failure);
            return missed(keys, options);
        }
    }

    // Without an entry the operation may find nothing to write, so its write is dropped here.
    private Reply missed(List<ByteKey> keys, ReadOptions options) {
        if (options.forUpdate()) {
            pendingRemovals.add(keys);
        }
        return Reply.ofMisses(keys.size());
    }

    @Override
    public Reply write(List<Write> writes, WriteOptions options) {
        List<ByteKey> keys = writes.stream().map(Write::key).toList();
        try {
            pendingRemovals.removePending(keys);
            return store.write(writes, options);
        } catch (StoreUnavailableException failure) {
            LOG.debug("cache '{}': a write failed and is dropped", cache, failure);
            pendingRemovals.add(keys);
            return dropped(writes);
        }
    }

    // As if every exchange had succeeded, and as if no other write had found an entry.
    private static Reply dropped(List<Write> writes) {
        List<@Nullable ByteEntry> expected = new ArrayList<>(writes.size());
        writes.forEach(each -> expected.add(each.expected()));
        return new Reply(expected, null);
    }

    @Override
    public void clear() {
        clearOrRecord(store::clear);
    }

    @Override
    public void destroy() {
        clearOrRecord(store::destroy);
    }

    private void clearOrRecord(Runnable clearing) {
        try {
            clearing.run();
        } catch (StoreUnavailableException failure) {
            LOG.debug("cache '{}': a clear failed and is repeated once the server answers", cache, failure);
            pendingRemovals.addAll();
        }
    }

    @Override
    public Iterator<Map.Entry<ByteKey, ByteEntry>> iterator() {
        pendingRemovals.removeAllPending();
        return store.iterator();
    }

    @Override
    public void announceOwnLifetimes() {
        try {
            store.announceOwnLifetimes();
        } catch (StoreUnavailableException away) {
            LOG.debug("cache '{}': own lifetimes are announced with the next such entry", cache, away);
        }
    }
}
