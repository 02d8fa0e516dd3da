package dev.larder.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Stream;
import javax.cache.Cache;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** That every subject is what the tables say it is. */
final class SubjectTest {

    static Stream<Arguments> moods() {
        return each(Mood.values());
    }

    static Stream<Arguments> payloads() {
        return each(Payload.values());
    }

    @ParameterizedTest
    @MethodSource("moods")
    void open_byReference_givesTheVeryObject(Subject subject, Mood mood) {
        String value = new String("value");
        try (Cache<Integer, String> cache = subject.open(mood.scenario(Integer.class, String.class), 100)) {
            cache.put(1, value);
            assertThat(cache.get(1)).isSameAs(value);
        } finally {
            subject.manager(100).destroyCache("benchmark");
        }
    }

    @ParameterizedTest
    @MethodSource("payloads")
    void open_byValue_objectsAreCopied(Subject subject, Payload payload) {
        Object value = payload.value(1);
        try (Cache<String, Object> cache = subject.open(payload.scenario(), 100)) {
            cache.put("key", value);
            assertThat(cache.get("key")).usingRecursiveComparison().isEqualTo(value);
            if (payload == Payload.ORDER) {
                assertThat(cache.get("key")).isNotSameAs(value);
            }
        } finally {
            subject.manager(100).destroyCache("benchmark");
        }
    }

    @ParameterizedTest
    @MethodSource("moods")
    void open_moreThanTheBound_keepsToIt(Subject subject, Mood mood) throws InterruptedException {
        try (Cache<Integer, String> cache = subject.open(mood.scenario(Integer.class, String.class), 1_000)) {
            for (int key = 0; key < 20_000; key++) {
                cache.put(key, "value");
            }
            assertThat(Stream.generate(() -> count(cache)).limit(100_000).anyMatch(count -> count <= 1_100))
                    .isTrue();
        } finally {
            subject.manager(1_000).destroyCache("benchmark");
        }
    }

    private static long count(Cache<?, ?> cache) {
        long count = 0;
        for (Object ignored : cache) {
            count++;
        }
        return count;
    }

    private static Stream<Arguments> each(Object[] settings) {
        return Arrays.stream(Subject.values())
                .flatMap(subject -> Arrays.stream(settings).map(setting -> Arguments.of(subject, setting)));
    }
}
