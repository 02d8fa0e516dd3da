package dev.larder.contract.model;

import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.cache.Cache;
import javax.cache.integration.CacheLoader;
import javax.cache.integration.CacheWriter;

/** The system of record of a cache, which is its loader and its writer too and records their calls. */
final class SystemOfRecord implements CacheLoader<String, Integer>, CacheWriter<String, Integer> {
    final Map<String, Integer> records = new ConcurrentHashMap<>();
    private final UserCallLog calls;

    SystemOfRecord(Map<String, Integer> records, UserCallLog calls) {
        this.records.putAll(records);
        this.calls = calls;
    }

    @Override
    @SuppressWarnings("NullAway") // JSR-107 allows null for «no value»
    public Integer load(String key) {
        calls.add("load " + key);
        return records.get(key);
    }

    @Override
    public Map<String, Integer> loadAll(Iterable<? extends String> keys) {
        Map<String, Integer> loaded = new HashMap<>();
        keys.forEach(key -> loaded.put(key, load(key)));
        return loaded;
    }

    @Override
    public void write(Cache.Entry<? extends String, ? extends Integer> entry) {
        calls.add("write " + entry.getKey() + "=" + entry.getValue());
        records.put(entry.getKey(), entry.getValue());
    }

    @Override
    public void writeAll(Collection<Cache.Entry<? extends String, ? extends Integer>> entries) {
        Iterator<Cache.Entry<? extends String, ? extends Integer>> each = entries.iterator();
        while (each.hasNext()) {
            write(each.next());
            each.remove();
        }
    }

    @Override
    public void delete(Object key) {
        calls.add("delete " + key);
        records.remove((String) key);
    }

    @Override
    public void deleteAll(Collection<?> keys) {
        Iterator<?> each = keys.iterator();
        while (each.hasNext()) {
            delete(each.next());
            each.remove();
        }
    }
}
