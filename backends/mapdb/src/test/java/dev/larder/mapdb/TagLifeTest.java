package dev.larder.mapdb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.LarderCache;
import dev.larder.LarderConfiguration;
import dev.larder.PutOptions;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Set;
import java.util.function.Consumer;
import javax.cache.Cache;
import javax.cache.CacheManager;
import javax.cache.Caching;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of tags from one opening of a file to the next. */
final class TagLifeTest {
    @TempDir
    Path folder;

    static void with(String address, Consumer<LarderCache<String, Integer>> work) {
        try (CacheManager manager = Caching.getCachingProvider("dev.larder.LarderCachingProvider")
                .getCacheManager(URI.create(address), TagLifeTest.class.getClassLoader())) {
            LarderConfiguration<String, Integer> configuration =
                    new LarderConfiguration<String, Integer>().setTypes(String.class, Integer.class);
            @SuppressWarnings("unchecked")
            LarderCache<String, Integer> cache =
                    manager.createCache("tagged", configuration).unwrap(LarderCache.class);
            work.accept(cache);
        }
    }

    static void fill(LarderCache<String, Integer> cache) {
        cache.put("kept", 1, PutOptions.tags("still"));
        cache.put("gone", 2, PutOptions.tags("still", "moved"));
        cache.put("plain", 3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"restart", "crash"})
    void close_inOrder_keepsEntriesAndTheirTags(String durability) {
        String address = address(durability);
        with(address, cache -> {
            fill(cache);
            cache.invalidateTags(Set.of("moved"));
        });
        with(address, cache -> {
            assertThat(cache.getAll(Set.of("kept", "gone", "plain"))).containsOnlyKeys("kept", "plain");
            cache.invalidateTags(Set.of("still"));
        });
        with(address, cache -> assertThat(cache.getAll(Set.of("kept", "gone", "plain")))
                .containsOnlyKeys("plain"));
    }

    @Test
    void clear_ofACacheNamedAsTheTagsAre_leavesTheTagsAlone() {
        try (CacheManager manager = Caching.getCachingProvider("dev.larder.LarderCachingProvider")
                .getCacheManager(URI.create("mapdb:memory"), TagLifeTest.class.getClassLoader())) {
            LarderConfiguration<String, Integer> types =
                    new LarderConfiguration<String, Integer>().setTypes(String.class, Integer.class);
            @SuppressWarnings("unchecked")
            LarderCache<String, Integer> tagged =
                    manager.createCache("tagged", types).unwrap(LarderCache.class);
            Cache<String, Integer> alike = manager.createCache("\0larder tags", types);
            Cache<String, Integer> more = manager.createCache("\0\0larder tags", types);
            tagged.put("kept", 1, PutOptions.tags("still"));
            assertThat(alike).isEmpty();
            alike.put("still", 7);
            more.put("still", 8);
            assertThat(tagged.get("kept")).isEqualTo(1);
            assertThat(alike.get("still")).isEqualTo(7);
            manager.destroyCache("\0larder tags");
            tagged.put("new", 2, PutOptions.tags("still"));
            assertThat(tagged.getAll(Set.of("kept", "new"))).hasSize(2);
            assertThat(more.get("still")).isEqualTo(8);
        }
    }

    /** The undo journal brings the last commit back, which must be one of after the invalidation. */
    @Test
    void kill_afterInvalidation_bringsNothingBack() throws IOException, InterruptedException {
        String address = address("crash&commit-interval=1h");
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process victim = new ProcessBuilder(
                        java, "-cp", System.getProperty("java.class.path"), TagVictim.class.getName(), address)
                .inheritIO()
                .start();
        assertThat(victim.waitFor()).isZero();
        with(address, cache -> assertThat(cache.getAll(Set.of("kept", "gone", "plain")))
                .containsOnlyKeys("kept", "plain"));
    }

    private String address(String durability) {
        return "mapdb:" + folder.resolve("tags.db") + "?durability=" + durability;
    }
}
