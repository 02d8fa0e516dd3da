package dev.larder.contract.process;

import dev.larder.LarderCache;
import dev.larder.LarderConfiguration;
import dev.larder.Lease;
import dev.larder.PutOptions;
import dev.larder.contract.fault.Workload;
import dev.larder.contract.process.SharedLedger.Counter;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import javax.cache.CacheManager;
import javax.cache.integration.CacheLoader;
import org.jspecify.annotations.Nullable;

/**
 * Pages of two records each, cached in every way that takes a tag snapshot before the computation. A page holds its key
 * and a checksum.
 */
final class CachedPages {
    private static final Duration DEADLINE = Duration.ofSeconds(10);
    private static final long LONGEST_NANOS = 500_000;

    private final SharedLedger sharedLedger;
    private final LarderCache<String, String> loaded;
    private final LarderCache<String, String> computed;

    CachedPages(CacheManager manager, SharedLedger sharedLedger) {
        this.sharedLedger = sharedLedger;
        this.loaded = open(
                manager,
                "loaded pages",
                pages().setReadThrough(true)
                        .setCacheLoaderFactory(Loader::new)
                        .setTagger((key, value) -> tagsOf(numberOf(key))));
        this.computed = open(manager, "computed pages", pages());
    }

    private static LarderConfiguration<String, String> pages() {
        return new LarderConfiguration<String, String>()
                .setTypes(String.class, String.class)
                .setLoadLease(DEADLINE);
    }

    @SuppressWarnings("unchecked")
    private static LarderCache<String, String> open(
            CacheManager manager, String name, LarderConfiguration<String, String> configuration) {
        return manager.createCache(name, configuration).unwrap(LarderCache.class);
    }

    static String keyOf(int page) {
        return "page" + page;
    }

    private static int numberOf(String key) {
        return Integer.parseInt(key.substring("page".length()));
    }

    /** The number of a page's second record. The first one has the number of the page. */
    static int second(int page) {
        return (page + 1) % SharedLedger.RECORDS;
    }

    private static Set<String> tagsOf(int page) {
        return Set.of(tagOf(page), tagOf(second(page)));
    }

    private static String tagOf(int record) {
        return "record:" + record;
    }

    void invalidate(int record) {
        computed.invalidateTags(Set.of(tagOf(record)));
        sharedLedger.add(Counter.INVALIDATIONS);
    }

    /** Reads a page in one of several ways. */
    @Nullable
    String read(int page, int way) {
        sharedLedger.add(Counter.READS);
        String key = keyOf(page);
        return switch (way % 8) {
            case 0 -> loaded.getAll(Set.of(key)).get(key);
            case 1 -> loaded.invoke(key, (entry, none) -> entry.getValue());
            case 2 -> loaded.refresh(key);
            case 3, 4 -> loaded.get(key);
            case 5 -> computed.getOrLoad(key, this::compute, PutOptions.tags(tagsOf(page)));
            case 6 -> leased(key, tagsOf(page), Set.of());
            default -> leased(key, Set.of(), tagsOf(page));
        };
    }

    private String leased(String key, Set<String> before, Set<String> after) {
        String found = computed.get(key);
        if (found != null) {
            return found;
        }
        Lease lease = computed.lease(before);
        String page = compute(key);
        computed.put(key, page, PutOptions.tags(after).lease(lease));
        return page;
    }

    private String compute(String key) {
        sharedLedger.add(Counter.COMPUTATIONS);
        int page = numberOf(key);
        String content = sharedLedger.record(page) + "," + sharedLedger.record(second(page));
        // Time for another thread or JVM to overtake this computation.
        LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(LONGEST_NANOS));
        return Workload.valueOf(key, content);
    }

    /** Reads through to the records. */
    private final class Loader implements CacheLoader<String, String> {
        @Override
        public String load(String key) {
            return compute(key);
        }

        @Override
        public Map<String, String> loadAll(Iterable<? extends String> keys) {
            Map<String, String> all = new HashMap<>();
            keys.forEach(key -> all.put(key, compute(key)));
            return all;
        }
    }
}
