package dev.larder.contract.tag;

import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.LarderCache;
import dev.larder.PutOptions;
import dev.larder.contract.fault.Workload;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.cache.CacheException;

/**
 * Invalidates tags while one of several servers does not answer. Each invalidation either throws or takes effect, at
 * once and also after the server is back with its old content.
 */
public final class TagOutage {
    private static final Set<String> KEYS =
            IntStream.range(0, 30).mapToObj(i -> "k" + i).collect(Collectors.toUnmodifiableSet());

    private final LarderCache<String, String> cache;

    public TagOutage(LarderCache<String, String> cache) {
        this.cache = cache;
    }

    /**
     * Runs the test.
     *
     * @param pause makes one server stop answering
     * @param resume lets it continue with its old content
     * @return how many of thirty invalidations did not throw
     */
    public int run(Runnable pause, Runnable resume) {
        Workload.untilWorks(() -> KEYS.forEach(key -> cache.put(key, "old", PutOptions.tags(tagOf(key)))));
        assertThat(cache.getAll(KEYS)).hasSize(KEYS.size());
        pause.run();
        Set<String> done = KEYS.stream().filter(this::invalidates).collect(Collectors.toSet());
        assertThat(done).as("one server does not answer").isNotEqualTo(KEYS);
        assertThat(done).allMatch(key -> cache.get(key) == null);
        resume.run();
        Workload.untilWorks(() -> KEYS.forEach(key -> cache.put("after " + key, "new", PutOptions.tags(tagOf(key)))));
        assertThat(done).allMatch(key -> cache.get(key) == null);
        assertThat(cache.getAll(done)).isEmpty();
        KEYS.forEach(key -> cache.invalidateTags(Set.of(tagOf(key))));
        assertThat(KEYS).allMatch(key -> cache.get(key) == null && cache.get("after " + key) == null);
        return done.size();
    }

    private boolean invalidates(String key) {
        try {
            cache.invalidateTags(Set.of(tagOf(key)));
            return true;
        } catch (CacheException away) {
            return false;
        }
    }

    private static String tagOf(String key) {
        return "tag of " + key;
    }
}
