package dev.larder.contract.memory;

import dev.larder.spi.ByteEntry;
import dev.larder.spi.ByteKey;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** What a server or a file would be: the records of several caches. */
final class Medium {
    private final ConcurrentMap<String, ConcurrentMap<ByteKey, ByteEntry>> caches = new ConcurrentHashMap<>();

    ConcurrentMap<ByteKey, ByteEntry> records(String cache) {
        return caches.computeIfAbsent(cache, unused -> new ConcurrentHashMap<>());
    }
}
