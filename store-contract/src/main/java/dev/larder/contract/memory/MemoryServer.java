package dev.larder.contract.memory;

import dev.larder.spi.ByteEntry;
import dev.larder.spi.ByteKey;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** The content of a simulated server: the records of several caches, and the stamps of tags. */
final class MemoryServer {
    private final ConcurrentMap<String, ConcurrentMap<ByteKey, ByteEntry>> caches = new ConcurrentHashMap<>();

    private final Set<String> withOwnLifetimes = ConcurrentHashMap.newKeySet();

    private final MemoryStamps stamps = new MemoryStamps();

    MemoryStamps stamps() {
        return stamps;
    }

    /** The caches whose entries may have their own lifetimes. */
    Set<String> withOwnLifetimes() {
        return withOwnLifetimes;
    }

    ConcurrentMap<ByteKey, ByteEntry> records(String cache) {
        return caches.computeIfAbsent(cache, unused -> new ConcurrentHashMap<>());
    }
}
