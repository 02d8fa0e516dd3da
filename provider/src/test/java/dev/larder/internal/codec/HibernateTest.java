package dev.larder.internal.codec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.spi.ByteEntry;
import java.io.Serializable;
import java.lang.reflect.Constructor;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.hibernate.cache.internal.BasicCacheKeyImplementation;
import org.hibernate.cache.internal.CacheKeyImplementation;
import org.hibernate.cache.internal.NaturalIdCacheKey;
import org.hibernate.cache.spi.QueryKey;
import org.hibernate.cache.spi.entry.CollectionCacheEntry;
import org.hibernate.cache.spi.entry.StandardCacheEntryImpl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Hibernate's own classes, in a cache of {@code Object} to {@code Object} with nothing configured. */
class HibernateTest {
    private final Codecs codecs = new Codecs(getClass().getClassLoader());
    private final Marshaller marshaller = codecs.marshaller("region", Set.of(Object.class), 250, 100_000);

    static Stream<Object> keys() throws Exception {
        return Stream.of(
                new BasicCacheKeyImplementation(7L, "org.acme.Book", 123),
                new BasicCacheKeyImplementation(new Serializable[] {7L, "x"}.length, "org.acme.Book", 5),
                new CacheKeyImplementation(7L, "org.acme.Book.authors", "tenant", 99),
                new CacheKeyImplementation(new Serializable[] {7L, "x"}, "org.acme.Book.authors", "tenant", 99),
                new NaturalIdCacheKey(new Object[] {"isbn", 3}, "org.acme.Book", "tenant", 55),
                query(3));
    }

    @ParameterizedTest
    @MethodSource("keys")
    void key_ofHibernate_comesBackEqual(Object key) {
        ByteEntry entry = marshaller.encode(key, "value", ByteEntry.ETERNAL);

        Object back = marshaller.key(marshaller.key(key), entry);

        assertThat(back).isEqualTo(key).hasSameHashCodeAs(key);
        assertThat(marshaller.value(key, entry)).isEqualTo("value");
    }

    @Test
    void key_whoseHashDiffersBetweenJvms_hasTheSameBytes() {
        // The hash code of an enum within a composite identifier is another one in every JVM.
        Object here = new BasicCacheKeyImplementation(TimeUnit.DAYS, "org.acme.Book", 1);
        Object there = new BasicCacheKeyImplementation(TimeUnit.DAYS, "org.acme.Book", 2);

        assertThat(marshaller.key(here)).isEqualTo(marshaller.key(there));
    }

    @Test
    void key_ofQueriesThatAreEqual_hasTheSameBytes() throws Exception {
        assertThat(query(3)).isEqualTo(query(3));
        assertThat(marshaller.key(query(3))).isEqualTo(marshaller.key(query(3)));
        assertThat(marshaller.key(query(3))).isNotEqualTo(marshaller.key(query(4)));
    }

    static Stream<Object> entries() throws Exception {
        Object item = item(standard());
        return Stream.of(
                standard(),
                make(CollectionCacheEntry.class, new Class<?>[] {Serializable.class}, (Object)
                        new Serializable[] {1L, 2L}),
                item,
                lock(),
                new ArrayList<Object>(List.of(5L, new Object[] {1L, "x"}, lock())),
                12345L);
    }

    @ParameterizedTest
    @MethodSource("entries")
    void value_ofHibernate_comesBackAsItWas(Object value) {
        Object back = marshaller.value("key", marshaller.encode("key", value, ByteEntry.ETERNAL));

        assertThat(back).hasSameClassAs(value).usingRecursiveComparison().isEqualTo(value);
    }

    @ParameterizedTest
    @MethodSource("entries")
    void copy_ofHibernate_isTheSameAgain(Object value) {
        Object copy = codecs.copier("orders").copy(value);

        assertThat(copy).hasSameClassAs(value).usingRecursiveComparison().isEqualTo(value);
    }

    @Test
    void copy_ofASoftLock_isAnotherOne() throws Exception {
        Object lock = lock();

        assertThat(codecs.copier("orders").copy(lock)).isNotSameAs(lock).isEqualTo(lock);
    }

    @Test
    void copy_ofAKeyWithASimpleIdentifier_isTheKeyItself() {
        Object key = new BasicCacheKeyImplementation(7L, "org.acme.Book", 123);

        assertThat(codecs.copier("orders").copy(key)).isSameAs(key);
    }

    private static QueryKey query(int parameter) throws Exception {
        Class<?> type =
                Class.forName("org.hibernate.query.internal.QueryParameterBindingsImpl$ParameterBindingsMementoImpl");
        Object memento =
                make(type, new Class<?>[] {Object[].class, int.class}, new Object[] {parameter}, 17 + parameter);
        return new QueryKey(
                "select * from Book where id=?", (QueryKey.ParameterBindingsMemento) memento, 0, 10, Set.of("filter"));
    }

    private static Object standard() throws Exception {
        return make(
                StandardCacheEntryImpl.class,
                new Class<?>[] {Serializable[].class, String.class, Object.class},
                new Serializable[] {"title", 5, new Date(7), UUID.randomUUID(), null},
                "org.acme.Book",
                3);
    }

    private static Object item(Object value) throws Exception {
        return make(
                Class.forName("org.hibernate.cache.spi.support.AbstractReadWriteAccess$Item"),
                new Class<?>[] {Object.class, Object.class, long.class},
                value,
                3,
                12345L);
    }

    private static Object lock() throws Exception {
        return make(
                Class.forName("org.hibernate.cache.spi.support.AbstractReadWriteAccess$SoftLockImpl"),
                new Class<?>[] {long.class, UUID.class, long.class, Object.class},
                5L,
                UUID.randomUUID(),
                6L,
                3);
    }

    private static Object make(Class<?> type, Class<?>[] parameters, Object... arguments) throws Exception {
        Constructor<?> constructor = type.getDeclaredConstructor(parameters);
        constructor.setAccessible(true);
        return constructor.newInstance(arguments);
    }
}
