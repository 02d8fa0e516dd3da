package dev.larder.contract.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.larder.contract.CacheCase;
import java.io.IOException;
import java.io.NotSerializableException;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.cache.Cache;
import javax.cache.CacheException;
import javax.cache.configuration.MutableConfiguration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Tests a value that the store may be unable to hold: it is either stored, or refused without any change. */
public abstract class BadValueContract extends CacheCase {

    @TestFactory
    Stream<DynamicTest> write_valueThatCannotBeHeld_isRefusedByName() {
        Map<String, BadCalls.Call<Object, Object>> calls = Map.of(
                "put", cache -> cache.put("a", new Unholdable()),
                "getAndPut", cache -> cache.getAndPut("a", new Unholdable()),
                "putIfAbsent", cache -> cache.putIfAbsent("b", new Unholdable()),
                "replace", cache -> cache.replace("a", new Unholdable()),
                "replace value", cache -> cache.replace("a", 1, new Unholdable()),
                "putAll", cache -> cache.putAll(Map.of("a", new Unholdable(), "c", 3)),
                "invoke",
                        cache -> cache.invoke("a", (entry, none) -> {
                            entry.setValue(new Unholdable());
                            return null;
                        }));
        return calls.entrySet().stream()
                .map(each -> DynamicTest.dynamicTest(each.getKey(), () -> {
                    Cache<Object, Object> cache = cache(new MutableConfiguration<>());
                    cache.put("a", 1);
                    Throwable refusal = catchThrowable(() -> each.getValue().on(cache));
                    if (refusal == null) {
                        assertThat(Stream.of("a", "b").map(cache::get)).anyMatch(Unholdable.class::isInstance);
                    } else {
                        assertRefused(refusal, cache);
                    }
                }));
    }

    private static void assertRefused(@Nullable Throwable refusal, Cache<Object, Object> cache) {
        assertThat(refusal)
                .isInstanceOf(CacheException.class)
                .hasMessageContaining(cache.getName())
                .hasMessageContaining(Unholdable.class.getName());
        assertThat(cache.getAll(Set.of("a", "b", "c"))).isEqualTo(Map.of("a", 1));
        cache.put("a", 2);
        assertThat(cache.get("a")).isEqualTo(2);
    }

    /** A value that can't be serialised and whose class no class filter allows. */
    private static final class Unholdable implements Serializable {
        private static final long serialVersionUID = 1;

        private void writeObject(ObjectOutputStream stream) throws IOException {
            throw new NotSerializableException("never");
        }
    }
}
