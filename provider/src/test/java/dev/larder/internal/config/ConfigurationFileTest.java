package dev.larder.internal.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.larder.LarderConfiguration;
import dev.larder.spi.StoreAddress;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.cache.configuration.Factory;
import javax.cache.expiry.AccessedExpiryPolicy;
import javax.cache.expiry.CreatedExpiryPolicy;
import javax.cache.expiry.Duration;
import javax.cache.expiry.EternalExpiryPolicy;
import javax.cache.expiry.ModifiedExpiryPolicy;
import javax.cache.expiry.TouchedExpiryPolicy;
import javax.cache.integration.CacheLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ConfigurationFileTest {
    private static ConfigurationFile parse(String text) {
        return ConfigurationFile.parse(
                new ConfigurationText("larder.yaml", text), ConfigurationFileTest.class.getClassLoader());
    }

    private static LarderConfiguration<Object, Object> overlay(String name, String text) {
        LarderConfiguration<Object, Object> configuration = new LarderConfiguration<>();
        parse(text).caches().overlay(name, configuration);
        return configuration;
    }

    @Test
    void emptyFile_saysNothing() {
        ConfigurationFile file = parse("# nothing yet\n");
        assertThat(file.store()).isNull();
        assertThat(file.allow()).isEmpty();
        assertThat(file.shared()).isFalse();
        assertThat(file.caches().declared()).isEmpty();
    }

    @Test
    void wholeFile_isUnderstood() {
        String text = """
                store: probe:x?max-entries=1_000
                allow: [com.example.*, org.example.Book]
                shared: true
                caches:
                  books:
                    key-type: java.lang.Long
                    value-type: java.lang.String
                    store-by-value: false
                    statistics: true
                    management: true
                    read-through: true
                    write-through: true
                    loader: %1$s$Loader
                    writer: %1$s$WriterFactory
                    expiry: { accessed: 10m }
                    max-entries: 5_000
                    tags: [all, "book:{key}"]
                    settings:
                      durability: full
                  orders-*:
                    max-weight: 10
                """.formatted(Products.class.getName());
        ConfigurationFile file = parse(text);
        assertThat(file.store()).hasToString("probe:x");
        assertThat(file.allow()).containsExactly("com.example.*", "org.example.Book");
        assertThat(file.shared()).isTrue();
        assertThat(file.caches().declared()).containsExactly("books");

        LarderConfiguration<Object, Object> books = overlay("books", text);
        assertThat(books.getKeyType()).isEqualTo((Class<?>) Long.class);
        assertThat(books.getValueType()).isEqualTo((Class<?>) String.class);
        assertThat(books.isStoreByValue()).isFalse();
        assertThat(books.isStatisticsEnabled()).isTrue();
        assertThat(books.isManagementEnabled()).isTrue();
        assertThat(books.isReadThrough()).isTrue();
        assertThat(books.isWriteThrough()).isTrue();
        assertThat(books.getCacheLoaderFactory().create()).isInstanceOf(Products.Loader.class);
        assertThat(books.getCacheWriterFactory().create()).isInstanceOf(Products.Writer.class);
        assertThat(books.getExpiryPolicyFactory())
                .isEqualTo(AccessedExpiryPolicy.factoryOf(new Duration(TimeUnit.MILLISECONDS, 600_000)));
        assertThat(books.getSettings()).containsEntry("max-entries", "5_000").containsEntry("durability", "full");
        assertThat(books.getTagger()).isNotNull();
        assertThat(books.getTagger().tags(7L, "x")).containsExactlyInAnyOrder("all", "book:7");
        assertThat(overlay("orders-de", text).getSettings()).containsEntry("max-weight", "10");
        assertThat(overlay("other", text)).isEqualTo(new LarderConfiguration<>());
    }

    @ParameterizedTest
    @MethodSource
    void expiry_everyForm_isRead(String yaml, Factory<?> policy) {
        assertThat(overlay("x", "caches: { x: { expiry: " + yaml + " } }").getExpiryPolicyFactory())
                .isEqualTo(policy);
    }

    static Stream<Arguments> expiry_everyForm_isRead() {
        Duration second = new Duration(TimeUnit.MILLISECONDS, 1_000);
        return Stream.of(
                Arguments.of("{ created: 1s }", CreatedExpiryPolicy.factoryOf(second)),
                Arguments.of("{ accessed: 1000ms }", AccessedExpiryPolicy.factoryOf(second)),
                Arguments.of("{ modified: 1s }", ModifiedExpiryPolicy.factoryOf(second)),
                Arguments.of("{ touched: 1s }", TouchedExpiryPolicy.factoryOf(second)),
                Arguments.of("eternal", EternalExpiryPolicy.factoryOf()));
    }

    @Test
    void overlay_whatCodeHasSet_stays() {
        Factory<CacheLoader<Object, Object>> loader = () -> new Products.Loader();
        LarderConfiguration<Object, Object> code = new LarderConfiguration<>()
                .setTypes(Object.class, Object.class)
                .setExpiryPolicyFactory(CreatedExpiryPolicy.factoryOf(Duration.ONE_HOUR))
                .setCacheLoaderFactory(loader)
                .setTagger((key, value) -> Set.of("code"))
                .setSetting("durability", "none");
        parse("""
                        caches:
                          x*:
                            statistics: true
                            tags: file
                            loader: %s$Loader
                            expiry: { created: 1s }
                            settings: { durability: full, more: 1 }
                        """.formatted(Products.class.getName())).caches().overlay("x1", code);
        assertThat(code.isStatisticsEnabled()).isTrue();
        assertThat(code.getCacheLoaderFactory()).isSameAs(loader);
        assertThat(code.getExpiryPolicyFactory()).isEqualTo(CreatedExpiryPolicy.factoryOf(Duration.ONE_HOUR));
        assertThat(code.getTagger()).isNotNull();
        assertThat(code.getTagger().tags("k", "v")).containsExactly("code");
        assertThat(code.getSettings()).containsEntry("durability", "none").containsEntry("more", "1");
    }

    @Test
    void overlay_severalMatches_theClosestAloneCounts() {
        String text = """
                caches:
                  "*": { settings: { by: star, more: 1 } }
                  orders-*: { settings: { by: orders } }
                  orders-d?: { settings: { by: orders-d } }
                  orders-de: { settings: { by: exact } }
                """;
        assertThat(overlay("books", text).getSettings()).containsEntry("by", "star");
        assertThat(overlay("orders-fr", text).getSettings())
                .containsOnlyKeys("by")
                .containsEntry("by", "orders");
        assertThat(overlay("orders-dk", text).getSettings()).containsEntry("by", "orders-d");
        assertThat(overlay("orders-de", text).getSettings()).containsEntry("by", "exact");
    }

    @ParameterizedTest
    @MethodSource
    void mistake_isNamedWithFileLineKeyAndWhatIsAllowed(String text, String message) {
        assertThatThrownBy(() -> parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("larder.yaml" + message);
    }

    static Stream<Arguments> mistake_isNamedWithFileLineKeyAndWhatIsAllowed() {
        return Stream.of(
                Arguments.of(
                        "store: heap\ncache:\n",
                        ", line 2: 'cache': unknown here; did you mean 'caches'? allowed: allow, caches, immutable, shared, store"),
                Arguments.of("- a\n", ", line 1: the file is not a mapping; write lines such as 'store: heap'"),
                Arguments.of(
                        "caches:\n  orders:\n    expiry: { created: 99999999999h }\n",
                        ", line 3: 'caches.orders.expiry.created' is '99999999999h'; it takes a number and a unit:"
                                + " ms, s, m, h or d; at most 36500d"),
                Arguments.of("shared: maybe\n", ", line 1: 'shared' is 'maybe'; it takes true or false"),
                Arguments.of(
                        "store: larder-redis.yaml\n",
                        ", line 1: 'store' is 'larder-redis.yaml'; it takes a store address,"
                                + " such as heap or redis://host:6379"),
                Arguments.of(
                        "store: redis://u:secret@h?x\n",
                        ", line 1: 'store': store address 'redis://***@h?x': a setting has no value; write name=value"),
                Arguments.of("store: { a: b }\n", ", line 1: 'store' is of another kind; it takes a single value"),
                Arguments.of(
                        "caches:\n  orders: 5\n",
                        ", line 2: 'caches.orders' is '5'; it takes a mapping, indented on separate lines"),
                Arguments.of(
                        "caches:\n  orders:\n    statistics: yes\n",
                        ", line 3: 'caches.orders.statistics' is 'yes'; it takes true or false"),
                Arguments.of(
                        "caches:\n  orders:\n    max-entires: 5\n",
                        ", line 3: 'caches.orders.max-entires': unknown here; did you mean 'max-entries'? allowed:"
                                + " compress-above,"
                                + " compressor, expiry, grace, interceptors, key-type, load-lease, loader, management, max-entries,"
                                + " max-weight, read-through,"
                                + " refresh-ahead, serializer, settings, statistics, store-by-value, tags,"
                                + " value-type, write-through, writer"),
                Arguments.of(
                        "caches:\n  orders:\n    expiry: 10m\n",
                        ", line 3: 'caches.orders.expiry' is '10m'; it takes eternal, or one of created, accessed,"
                                + " modified, touched with a time, as in { created: 10m }"),
                Arguments.of(
                        "caches:\n  orders:\n    expiry:\n      created: 10x\n",
                        ", line 4: 'caches.orders.expiry.created' is '10x'; it takes a number and a unit:"
                                + " ms, s, m, h or d; at most 36500d"),
                Arguments.of(
                        "caches:\n  orders:\n    expiry:\n      craeted: 10m\n",
                        ", line 4: 'caches.orders.expiry.craeted': expiry is eternal, or one of created, accessed,"
                                + " modified, touched with a time, as in { created: 10m }"),
                Arguments.of(
                        "caches:\n  orders:\n    expiry: { created: 1m, touched: 1m }\n",
                        ", line 3: 'caches.orders.expiry': it takes eternal, or one of created, accessed,"
                                + " modified, touched with a time, as in { created: 10m }"),
                Arguments.of(
                        "caches:\n  orders:\n    key-type: Long\n",
                        ", line 3: 'caches.orders.key-type' is 'Long'; it takes the full name of a class"
                                + " that the manager's class loader finds"),
                Arguments.of(
                        "caches:\n  orders:\n    loader: java.lang.String\n",
                        ", line 3: 'caches.orders.loader' is 'java.lang.String'; it takes a class that implements"
                                + " CacheLoader, or a Factory that creates one"),
                Arguments.of(
                        "caches:\n  orders-*:\n    key-type: java.lang.Long\n",
                        ", line 3: 'caches.orders-*.key-type': types belong to one cache;"
                                + " 'orders-*' is a pattern of names"),
                Arguments.of(
                        "caches:\n  a:\n    max-entries: 5\n    settings:\n      max-entries: 6\n",
                        ", line 3: 'caches.a.max-entries': it is set under 'settings' too; keep one"),
                Arguments.of(
                        "caches:\n  a:\n    tags: [all, '']\n",
                        ", line 3: 'caches.a.tags': a tag is empty; give it a character or more"),
                Arguments.of(
                        "caches:\n  a-*:\n    tags: 'book:{id}'\n",
                        ", line 3: 'caches.a-*.tags': tag 'book:{id}': {id} is not a placeholder; allowed:"
                                + " {cache}, {key},"
                                + " {value}, or a property of key or value, as in {value.authorId}"),
                Arguments.of(
                        "caches:\n  a:\n    tags:\n      - 'book:{key'\n",
                        ", line 3: 'caches.a.tags': tag 'book:{key' has an unpaired brace"),
                Arguments.of(
                        "caches:\n  a:\n    tags: [{ key: }]\n",
                        ", line 3: 'caches.a.tags' is of another kind; it takes a list of single values"),
                Arguments.of("caches:\n  a:\n  b:\n  a:\n", ", line 4: 'caches.a' is set a second time; keep one"),
                Arguments.of(
                        "caches:\n  a:\n    settings:\n      password: [secret]\n",
                        ", line 4: 'caches.a.settings.password' is of another kind; it takes a single value"));
    }

    @Test
    void store_addressWithSettings_needsNoQuotes() {
        StoreAddress store = parse("store: heap:?max-entries=50_000").store();
        assertThat(store).isNotNull();
        assertThat(store.settings().asMap()).containsEntry("max-entries", "50_000");
    }

    @Test
    void store_schemeAlone_isAnAddress() {
        assertThat(parse("store: heap").store()).hasToString("heap:");
        assertThat(parse("store: 'heap:'").store()).hasToString("heap:");
    }

    @Test
    void store_unquotedColonAtTheEnd_isExplained() {
        assertThatThrownBy(() -> parse("allow: x\nstore: heap:\n"))
                .hasMessage("larder.yaml, line 2: this is not YAML: mapping values are not allowed here"
                        + " (a value that holds ': ' or ends in ':' needs quotes)");
    }

    @Test
    void notYaml_namesTheLineButQuotesNothing() {
        assertThatThrownBy(() -> parse("store: heap\ncaches: [secret\nallow: x\n"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageMatching("larder.yaml, line \\d: this is not YAML: .*")
                .hasMessageNotContaining("secret")
                .hasNoCause();
    }
}
