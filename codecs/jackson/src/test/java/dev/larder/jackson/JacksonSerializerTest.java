package dev.larder.jackson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.larder.LarderCachingProvider;
import dev.larder.LarderConfiguration;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import javax.cache.Cache;
import javax.cache.CacheException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class JacksonSerializerTest {
    private final LarderCachingProvider provider = new LarderCachingProvider();

    record Line(String article, int count) {}

    record Order(long number, LocalDate day, List<Line> lines) {}

    record Circle(Object self) {}

    @AfterEach
    void close() {
        provider.close();
    }

    private <V> Cache<String, V> cache(Class<V> type, LarderConfiguration<String, V> configuration) {
        return provider.getCacheManager(URI.create("bytes:json?serializer=json"), null)
                .createCache(type.getSimpleName(), configuration.setTypes(String.class, type));
    }

    private <V> Cache<String, V> cache(Class<V> type) {
        return cache(type, new LarderConfiguration<>());
    }

    @Test
    void record_withDatesAndLists_comesBack() {
        Cache<String, Order> cache = cache(Order.class);
        Order order = new Order(7, LocalDate.of(2026, 11, 21), List.of(new Line("tea", 2)));
        cache.put("a", order);
        assertThat(cache.get("a")).isEqualTo(order);
        assertThat(cache.replace("a", order, new Order(8, order.day(), List.of())))
                .isTrue();
    }

    @Test
    void value_ofAnyDeclaredType_comesBackAsItsOwnClass() {
        Cache<String, Object> cache = cache(Object.class);
        cache.put("a", 42L);
        cache.put("b", "text");
        cache.put("c", Map.of("x", 1));
        assertThat(cache.get("a")).isEqualTo(42L);
        assertThat(cache.get("b")).isEqualTo("text");
        assertThatThrownBy(() -> cache.put("d", new Line("tea", 1)))
                .isInstanceOf(CacheException.class)
                .hasMessageContaining("not on the allow-list");
    }

    @Test
    void value_thatIsNoJson_isRefused() {
        Cache<String, Circle> cache = cache(Circle.class);
        Object[] self = new Object[1];
        self[0] = self;
        assertThatThrownBy(() -> cache.put("a", new Circle(self)))
                .isInstanceOf(CacheException.class)
                .hasMessageContaining("cannot be written");
        assertThat(cache.containsKey("a")).isFalse();
    }

    @Test
    void entries_ofBeforeTheChange_stayReadable() {
        Cache<String, Line> cache =
                cache(Line.class, new LarderConfiguration<String, Line>().setSetting("serializer", "kryo"));
        cache.put("old", new Line("tea", 1));
        cache.close();
        Cache<String, Line> changed = cache(Line.class);
        changed.put("new", new Line("milk", 1));
        assertThat(changed.get("old")).isEqualTo(new Line("tea", 1));
        changed.close();
        Cache<String, Line> back =
                cache(Line.class, new LarderConfiguration<String, Line>().setSetting("serializer", "kryo"));
        assertThat(back.get("new")).isEqualTo(new Line("milk", 1));
    }

    @Test
    void mapper_ofTheApplication_isUsed() {
        JacksonSerializer own = new JacksonSerializer(new JsonMapper());
        Cache<String, Line> cache = cache(Line.class, new LarderConfiguration<String, Line>().setSerializer(own));
        cache.put("a", new Line("tea", 1));
        assertThat(cache.get("a")).isEqualTo(new Line("tea", 1));
    }
}
