package dev.larder.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.internal.tag.Tags;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Does the sweep learn of invalidations, and only where there may be something to sweep? */
final class TaggingTest {
    private final Tags tags = Tags.local();
    private final Tagging<String, String> tagging = new Tagging<>("orders", tags, null, null);

    @Test
    void haveMovedAgain_cacheThatBearsTags_onceForEachInvalidation() {
        tagging.stamps(Set.of("a"), Terms.NONE, null, false);
        assertThat(tagging.haveMovedAgain()).isFalse();
        tags.invalidate(Set.of("a"));
        assertThat(tagging.haveMovedAgain()).isTrue();
        assertThat(tagging.haveMovedAgain()).isFalse();
        tags.invalidate(Set.of("b"));
        assertThat(tagging.haveMovedAgain()).isTrue();
    }

    @Test
    void haveMovedAgain_cacheWithoutTags_never() {
        tags.invalidate(Set.of("a"));
        assertThat(tagging.haveMovedAgain()).isFalse();
    }
}
