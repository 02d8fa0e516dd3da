package dev.larder.benchmarks.redis;

import java.util.Set;
import javax.cache.Cache;
import org.jspecify.annotations.Nullable;

/** Any provider, through the standard's interface. */
final class JCachePeer implements Peer {
    private final Cache<String, byte[]> cache;
    private final Runnable end;

    /**
     * @param end closes what the cache came from
     */
    JCachePeer(Cache<String, byte[]> cache, Runnable end) {
        this.cache = cache;
        this.end = end;
    }

    @Override
    public byte @Nullable [] get(String key) {
        return cache.get(key);
    }

    @Override
    public void put(String key, byte[] value) {
        cache.put(key, value);
    }

    @Override
    public int getAll(Set<String> keys) {
        return cache.getAll(keys).size();
    }

    @Override
    public boolean putIfAbsent(String key, byte[] value) {
        return cache.putIfAbsent(key, value);
    }

    @Override
    public void invoke(String key) {
        cache.invoke(key, (entry, arguments) -> {
            byte[] next = entry.getValue().clone();
            next[0]++;
            entry.setValue(next);
            return null;
        });
    }

    @Override
    public void close() {
        end.run();
    }
}
