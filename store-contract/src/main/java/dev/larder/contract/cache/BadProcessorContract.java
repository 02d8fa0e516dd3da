package dev.larder.contract.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.larder.contract.CacheCase;
import dev.larder.contract.UserCodeException;
import dev.larder.contract.extension.Increment;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.cache.Cache;
import javax.cache.configuration.MutableConfiguration;
import javax.cache.processor.EntryProcessor;
import javax.cache.processor.EntryProcessorException;
import javax.cache.processor.EntryProcessorResult;
import javax.cache.processor.MutableEntry;
import org.junit.jupiter.api.Test;

/** Tests entry processors that throw, or set what they must not. */
public abstract class BadProcessorContract extends CacheCase {
    private static final EntryProcessor<String, Integer, Integer> FAILS = (entry, none) -> {
        entry.setValue(9);
        throw new UserCodeException();
    };

    @Test
    void invoke_processorThrows_saysSoAndChangesNothing() {
        Cache<String, Integer> cache = filled(configuration());
        assertThatThrownBy(() -> cache.invoke("a", FAILS))
                .isInstanceOf(EntryProcessorException.class)
                .hasMessageContaining(cache.getName())
                .hasMessageContaining("'a'")
                .hasRootCauseInstanceOf(UserCodeException.class);
        assertUnchanged(cache);
    }

    @Test
    void invoke_processorThrowsTheStandardsException_isNotWrappedAgain() {
        EntryProcessorException own = new EntryProcessorException("own");
        Cache<String, Integer> cache = filled(configuration());
        assertThatThrownBy(() -> cache.invoke("a", (entry, none) -> {
                    throw own;
                }))
                .isSameAs(own);
        assertUnchanged(cache);
    }

    @Test
    void invoke_processorRemovesAndThrows_changesNothing() {
        Cache<String, Integer> cache = filled(configuration());
        assertThatThrownBy(() -> cache.invoke("a", (entry, none) -> {
                    entry.remove();
                    throw new UserCodeException();
                }))
                .isInstanceOf(EntryProcessorException.class);
        assertUnchanged(cache);
    }

    @Test
    void invoke_processorSetsNull_saysSoAndChangesNothing() {
        Cache<String, Integer> cache = filled(configuration());
        assertThatThrownBy(() -> cache.invoke("a", BadProcessorContract::setNull))
                .isInstanceOf(EntryProcessorException.class)
                .hasRootCauseInstanceOf(NullPointerException.class);
        assertUnchanged(cache);
    }

    @Test
    @SuppressWarnings({"unchecked", "rawtypes"}) // wrong types are what is tested
    void invoke_processorSetsAnotherType_saysSoAndChangesNothing() {
        Cache<String, Integer> cache = filled(configuration());
        EntryProcessor<String, Integer, Integer> wrong = (entry, none) -> {
            ((MutableEntry) entry).setValue("nine");
            return 0;
        };
        assertThatThrownBy(() -> cache.invoke("a", wrong))
                .isInstanceOfAny(EntryProcessorException.class, ClassCastException.class)
                .hasMessageContaining(cache.getName());
        assertUnchanged(cache);
    }

    @Test
    void invokeAll_processorThrowsOnOne_thatResultThrows() {
        Cache<String, Integer> cache = filled(configuration());
        Map<String, EntryProcessorResult<Integer>> results = cache.invokeAll(Set.of("a", "b"), (entry, none) -> {
            if (entry.getKey().equals("a")) {
                throw new UserCodeException();
            }
            entry.setValue(2);
            return 2;
        });
        assertThat(result(results, "b").get()).isEqualTo(2);
        assertThatThrownBy(() -> result(results, "a").get())
                .isInstanceOf(EntryProcessorException.class)
                .hasMessageContaining(cache.getName())
                .hasMessageContaining("'a'")
                .hasRootCauseInstanceOf(UserCodeException.class);
        assertThat(cache.get("a")).isEqualTo(1);
        assertThat(cache.get("b")).isEqualTo(2);
    }

    @Test
    void invoke_afterAFailure_works() {
        Cache<String, Integer> cache = filled(configuration());
        assertThatThrownBy(() -> cache.invoke("a", FAILS)).isInstanceOf(EntryProcessorException.class);
        assertThat(cache.<Integer>invoke("a", Increment.BY_ONE)).isEqualTo(2);
    }

    private static EntryProcessorResult<Integer> result(
            Map<String, EntryProcessorResult<Integer>> results, String key) {
        return Objects.requireNonNull(results.get(key), key);
    }

    @SuppressWarnings("NullAway") // a null is what is tested
    private static Integer setNull(MutableEntry<String, Integer> entry, Object... none) {
        entry.setValue(null);
        return 0;
    }

    private Cache<String, Integer> filled(MutableConfiguration<String, Integer> configuration) {
        Cache<String, Integer> cache = cache(configuration);
        cache.put("a", 1);
        return cache;
    }

    private static void assertUnchanged(Cache<String, Integer> cache) {
        assertThat(cache.get("a")).isEqualTo(1);
        assertThat(cache).hasSize(1);
    }
}
