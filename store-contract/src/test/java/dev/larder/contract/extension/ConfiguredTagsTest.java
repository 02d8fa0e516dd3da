package dev.larder.contract.extension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.larder.LarderCache;
import dev.larder.LarderCachingProvider;
import dev.larder.LarderConfiguration;
import dev.larder.LarderEntry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.cache.CacheException;
import javax.cache.CacheManager;
import javax.cache.configuration.MutableConfiguration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

/** Entries get the tags that a configuration file names, however the cache is created, and the tags invalidate them. */
@ParameterizedClass
@ValueSource(strings = {"heap:", "bytes:"})
class ConfiguredTagsTest {
    @Parameter
    String address = "";

    @TempDir
    Path folder = Path.of("");

    private final LarderCachingProvider provider = new LarderCachingProvider();

    @AfterEach
    void close() {
        provider.close();
    }

    private CacheManager manager(String caches) throws IOException {
        Path file = folder.resolve("larder.yaml");
        Files.writeString(
                file, "store: '" + address + "'\nallow: [" + Book.class.getName() + "]\ncaches:\n" + caches.indent(2));
        return provider.getCacheManager(file.toUri(), null);
    }

    @Test
    void tags_ofADeclaredCache_areOnEveryEntryAndInvalidateIt() throws IOException {
        LarderCache<Long, Book> books = larder(manager("""
                books:
                  key-type: java.lang.Long
                  value-type: %s
                  tags: ["all", "cache:{cache}", "book:{key}", "author:{value.authors}"]
                """.formatted(Book.class.getName())), "books");
        books.put(1L, new Book("One", List.of(7, 8)));
        books.putAll(Map.of(2L, new Book("Two", List.of(8)), 3L, new Book("Three", List.of())));
        assertThat(tags(books, 1L)).containsExactlyInAnyOrder("all", "cache:books", "book:1", "author:7", "author:8");
        assertThat(tags(books, 3L)).containsExactlyInAnyOrder("all", "cache:books", "book:3");

        books.invalidateTags(Set.of("author:7"));
        assertThat(books.getAll(Set.of(1L, 2L, 3L))).containsOnlyKeys(2L, 3L);
        books.invalidateTags(Set.of("book:3"));
        assertThat(books.getAll(Set.of(1L, 2L, 3L))).containsOnlyKeys(2L);
        books.invalidateTags(Set.of("cache:books"));
        assertThat(books).isEmpty();
    }

    @Test
    void tags_ofAPattern_areThoseOfTheCacheThatAFrameworkMakes() throws IOException {
        CacheManager manager = manager("\"page-*\": { tags: [\"of {cache}\"] }");
        LarderCache<String, String> de = framework(manager, "page-de");
        LarderCache<String, String> fr = framework(manager, "page-fr");
        de.put("k", "v");
        fr.put("k", "v");
        de.invalidateTags(Set.of("of page-de"));
        assertThat(de.get("k")).isNull();
        assertThat(fr.get("k")).isEqualTo("v");
    }

    @Test
    void tags_invalidatedDuringALoad_itsValueIsNotKept() throws IOException {
        LarderCache<String, String> pages = framework(manager("\"*\": { tags: \"page:{key}\" }"), "pages");
        String loaded = pages.getOrLoad("k", key -> {
            pages.invalidateTags(Set.of("page:k"));
            return "old";
        });
        assertThat(loaded).isEqualTo("old");
        assertThat(pages.get("k")).isNull();
    }

    @Test
    void property_thatTheDeclaredTypeLacks_failsTheManagerAndSaysWhere() {
        assertThatThrownBy(() -> manager("""
                        books:
                          value-type: %s
                          tags: "author:{value.author}"
                        """.formatted(Book.class.getName())))
                .isInstanceOf(CacheException.class)
                .hasMessageContaining("larder.yaml, line 6: 'caches.books.tags': tag 'author:{value.author}': "
                        + Book.class.getName() + " has no property 'author'");
    }

    @Test
    void property_thatAValueLacks_givesNoTagAndTheEntryIsKept() throws IOException {
        CacheManager manager = manager("\"*\": { tags: [\"author:{value.authors}\", \"key:{key}\"] }");
        LarderCache<String, Object> any = unwrap(manager.createCache("any", new LarderConfiguration<String, Object>()));
        any.put("k", new Book("One", List.of(7)));
        any.put("k", "text");
        assertThat(any.get("k")).isEqualTo("text");
        assertThat(tags(any, "k")).containsExactly("key:k");
        any.invalidateTags(Set.of("author:7"));
        assertThat(any.containsKey("k")).isTrue();
    }

    private static LarderCache<String, String> framework(CacheManager manager, String name) {
        return unwrap(manager.createCache(name, new MutableConfiguration<String, String>()));
    }

    private static <K, V> LarderCache<K, V> larder(CacheManager manager, String name) {
        return unwrap(Objects.requireNonNull(manager.<K, V>getCache(name)));
    }

    @SuppressWarnings("unchecked")
    private static <K, V> LarderCache<K, V> unwrap(javax.cache.Cache<K, V> cache) {
        return cache.unwrap(LarderCache.class);
    }

    private static <K> Set<String> tags(LarderCache<K, ?> cache, K key) {
        LarderEntry<K, ?> entry = cache.entry(key);
        return entry == null ? Set.of() : entry.tags();
    }

    /** A value with authors. */
    public record Book(String title, List<Integer> authors) {}
}
