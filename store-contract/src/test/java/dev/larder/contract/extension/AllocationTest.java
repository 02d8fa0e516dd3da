package dev.larder.contract.extension;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.larder.LarderCache;
import dev.larder.LarderConfiguration;
import dev.larder.PutOptions;
import java.lang.management.ManagementFactory;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.cache.CacheManager;
import javax.cache.Caching;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A read from the heap allocates nothing, with tags or without. */
final class AllocationTest {
    private static final String PROVIDER = "dev.larder.LarderCachingProvider";
    private static final int READS = 20_000;
    private static final int ROUNDS = 60;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3, 10})
    @SuppressWarnings("unchecked")
    void get_ofAnEntryWithSoManyTags_allocatesNothing(int count) {
        Set<String> tags = IntStream.range(0, count).mapToObj(i -> "t" + i).collect(Collectors.toSet());
        try (CacheManager manager =
                Caching.getCachingProvider(PROVIDER).getCacheManager(java.net.URI.create("heap:allocation"), null)) {
            LarderCache<String, String> cache = manager.createCache(
                            "allocation " + count,
                            new LarderConfiguration<String, String>().setTypes(String.class, String.class))
                    .unwrap(LarderCache.class);
            cache.put("key", "value", PutOptions.tags(tags));
            // Until it is compiled it does allocate, and so does the policy now and then; a round without is the proof.
            long least = IntStream.range(0, ROUNDS)
                    .mapToLong(round -> allocatedBy(cache))
                    .min()
                    .orElseThrow();
            assertThat(least).as("bytes for %s reads", READS).isLessThan(READS / 100);
        }
    }

    private long allocatedBy(LarderCache<String, String> cache) {
        long thread = Thread.currentThread().getId();
        long before = threads.getThreadAllocatedBytes(thread);
        for (int i = 0; i < READS; i++) {
            if (cache.get("key") == null) {
                throw new AssertionError("the entry is gone");
            }
        }
        return threads.getThreadAllocatedBytes(thread) - before;
    }
}
