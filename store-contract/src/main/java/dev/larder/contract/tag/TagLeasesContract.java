package dev.larder.contract.tag;

import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.LarderCache;
import dev.larder.Lease;
import dev.larder.PutOptions;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Tests that a value is never served if it was computed before an invalidation of its tags. */
abstract class TagLeasesContract extends TagCase {
    private static final PutOptions BOOK = PutOptions.tags("book:1", "author:2");

    @Test
    void lease_tagMovesBeforeThePut_valueIsNeverServed() {
        LarderCache<String, Integer> cache = larder();
        Lease lease = cache.lease(Set.of("book:1"));
        cache.invalidateTags(Set.of("book:1"));
        assertThat(cache.put("a", 1, lease)).isFalse();
        assertThat(cache.get("a")).isNull();
        assertThat(cache.put("a", 2, cache.lease(Set.of("book:1")))).isTrue();
        assertThat(cache.get("a")).isEqualTo(2);
    }

    @Test
    void lease_anotherTagMoves_valueIsServed() {
        LarderCache<String, Integer> cache = larder();
        Lease lease = cache.lease(Set.of("book:1"));
        cache.invalidateTags(Set.of("book:2"));
        assertThat(cache.put("a", 1, lease)).isTrue();
        assertThat(tags(cache, "a")).containsExactly("book:1");
        cache.invalidateTags(Set.of("book:1"));
        assertThat(cache.get("a")).isNull();
    }

    @Test
    void lease_tagKnownOnlyAfterwards_counts() {
        LarderCache<String, Integer> cache = larder();
        Lease lease = cache.lease(Set.of());
        cache.invalidateTags(Set.of("book:1"));
        assertThat(cache.put("a", 1, BOOK.lease(lease))).isFalse();
        assertThat(cache.get("a")).isNull();
        Lease later = cache.lease(Set.of());
        assertThat(cache.put("a", 1, BOOK.lease(later))).isTrue();
        assertThat(cache.get("a")).isEqualTo(1);
    }

    @Test
    void lease_overtaken_leavesWhatIsThere() {
        LarderCache<String, Integer> cache = larder(tagged());
        cache.put("a", 7);
        Lease lease = cache.lease(Set.of());
        cache.invalidateTags(Set.of("book:1"));
        assertThat(cache.put("a", 1, BOOK.lease(lease))).isFalse();
        assertThat(cache.get("a")).isEqualTo(7);
    }
}
