package dev.larder.internal.engine.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.internal.engine.operation.EntryOptions;
import dev.larder.internal.tag.Tags;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Does the sweep learn of invalidations, and only where there may be something to sweep? */
final class EntryTaggingTest {
    private final Tags tags = Tags.local();
    private final EntryTagging<String, String> entryTagging = new EntryTagging<>("orders", tags, null, null);

    @Test
    void haveMovedAgain_cacheThatBearsTags_onceForEachInvalidation() {
        entryTagging.stamps(Set.of("a"), EntryOptions.NONE, null, false);
        assertThat(entryTagging.invalidatedSinceLastCall()).isFalse();
        tags.invalidate(Set.of("a"));
        assertThat(entryTagging.invalidatedSinceLastCall()).isTrue();
        assertThat(entryTagging.invalidatedSinceLastCall()).isFalse();
        tags.invalidate(Set.of("b"));
        assertThat(entryTagging.invalidatedSinceLastCall()).isTrue();
    }

    @Test
    void haveMovedAgain_cacheWithoutTags_never() {
        tags.invalidate(Set.of("a"));
        assertThat(entryTagging.invalidatedSinceLastCall()).isFalse();
    }
}
