package dev.larder.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.internal.engine.operation.WriteOptions;
import dev.larder.internal.tag.Tags;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Does the sweep learn of invalidations, and only where there may be something to sweep? */
final class EntryTaggingTest {
    private final Tags tags = Tags.local();
    private final EntryTagging<String, String> entryTagging = new EntryTagging<>("orders", tags, null, null);

    @Test
    void haveMovedAgain_cacheThatBearsTags_onceForEachInvalidation() {
        entryTagging.stamps(Set.of("a"), WriteOptions.NONE, null, false);
        assertThat(entryTagging.haveMovedAgain()).isFalse();
        tags.invalidate(Set.of("a"));
        assertThat(entryTagging.haveMovedAgain()).isTrue();
        assertThat(entryTagging.haveMovedAgain()).isFalse();
        tags.invalidate(Set.of("b"));
        assertThat(entryTagging.haveMovedAgain()).isTrue();
    }

    @Test
    void haveMovedAgain_cacheWithoutTags_never() {
        tags.invalidate(Set.of("a"));
        assertThat(entryTagging.haveMovedAgain()).isFalse();
    }
}
