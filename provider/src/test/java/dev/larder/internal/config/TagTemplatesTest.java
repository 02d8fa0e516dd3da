package dev.larder.internal.config;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.larder.LarderConfiguration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The tags of templates in a configuration file, and the templates that are refused before there are entries. */
class TagTemplatesTest {
    private static final Book BOOK =
            new Book(7L, List.of(new Author("ann"), new Author("bob")), Optional.empty(), null, new Object());

    private static Set<String> tags(String template, Object key, Object value) {
        return tags(template, new LarderConfiguration<>(), key, value);
    }

    private static Set<String> tags(
            String template, LarderConfiguration<Object, Object> configuration, Object key, Object value) {
        ConfigurationText text = new ConfigurationText("larder.yaml", """
                caches:
                  shop-*:
                    tags: '%s'
                """.formatted(template));
        ConfigurationFile.parse(text, TagTemplatesTest.class.getClassLoader())
                .caches()
                .overlay("shop-de", configuration);
        return Set.copyOf(requireNonNull(configuration.getTagger()).tags(key, value));
    }

    @ParameterizedTest
    @CsvSource({
        "all, all",
        "cache:{cache}, cache:shop-de",
        "{key}, k",
        "{cache}/{key}!, shop-de/k!",
        "book:{value.id}, book:7",
        "named:{value.authors.name}, named:ann named:bob",
        "{value.authors.name}-{value.authors.name}, ann-ann ann-bob bob-ann bob-bob",
        "author:{value.authors.initial}, author:a author:b",
        "shelf:{value.shelf}, ''",
        "sold:{value.buyer}, ''",
        "{value.id.class}, class java.lang.Long"
    })
    void tags_ofAnEntry_areThoseOfItsTemplate(String template, String expected) {
        assertThat(tags(template, "k", BOOK))
                .containsExactlyInAnyOrder(
                        expected.isEmpty()
                                ? new String[0]
                                : expected.startsWith("class") ? new String[] {expected} : expected.split(" "));
    }

    @Test
    void tags_ofAFieldAnArrayAndAnEntryOfTheJdk_areRead() {
        assertThat(tags("{value.code}", "k", new Plain())).containsExactly("public");
        assertThat(tags("{value}", "k", new String[] {"a", "b"})).containsExactlyInAnyOrder("a", "b");
        assertThat(tags("{value.key}", "k", Map.entry("x", 1))).containsExactly("x");
        assertThat(tags("{value}", "k", "")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{value.secret}", "{value.shared}", "{value.nothing}", "{value.code.nothing}"})
    void property_thatIsNoneOrNotPublic_givesNoTag(String template) {
        assertThat(tags(template, "k", new Plain())).isEmpty();
        assertThat(tags("of {cache}: " + template, "k", new Plain())).isEmpty();
    }

    @Test
    void property_thatOnlySomeOfSeveralHave_givesTheTagsOfThose() {
        List<Object> mixed = List.of(new Author("ann"), Nothing.INSTANCE, new Author("bob"));
        assertThat(tags("{value.name}", "k", mixed)).containsExactlyInAnyOrder("ann", "bob");
        assertThat(tags("{value.authors.name}", "k", List.of(BOOK, 7))).containsExactlyInAnyOrder("ann", "bob");
    }

    @Test
    void property_thatAKeyLacks_givesNoTag() {
        assertThat(tags("{key.name}", new Author("ann"), BOOK)).containsExactly("ann");
        assertThat(tags("{key.name}", "ann", BOOK)).isEmpty();
    }

    @Test
    void getter_thatThrows_isNamedWithWhatItThrew() {
        assertThatThrownBy(() -> tags("{value.initial}", "k", new Author("")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("tag '{value.initial}': ")
                .hasMessageContaining("Author.initial threw");
    }

    @ParameterizedTest
    @CsvSource({
        "{key.name}, 'java.lang.Long has no property ''name'''",
        "{value.athors.name}, 'Book has no property ''athors'''",
        "{value.id.name}, 'java.lang.Long has no property ''name'''",
        "{value}, 'Plain does not override toString'"
    })
    void property_thatDeclaredTypesLack_isRefusedAtOnceAndNamesThePlace(String template, String message) {
        LarderConfiguration<?, ?> declared = new LarderConfiguration<>()
                .setTypes(type(Long.class), type(template.equals("{value}") ? Plain.class : Book.class));
        assertThatThrownBy(() -> tags(template, any(declared), 1L, BOOK))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("larder.yaml, line 3: 'caches.shop-*.tags': tag '" + template + "': ")
                .hasMessageContaining(message);
    }

    @Test
    void declaredInterface_undeclaredProperty_isAccepted() {
        LarderConfiguration<?, ?> declared = new LarderConfiguration<>().setTypes(type(String.class), type(Map.class));
        Map<String, String> value = new HashMap<>();
        assertThat(tags("{value.empty}", any(declared), "k", value)).containsExactly("true");
    }

    @Test
    void objectWithoutTextOfItsOwn_isRefused() {
        assertThatThrownBy(() -> tags("{value.thing}", "k", BOOK))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("java.lang.Object does not override toString");
        assertThatThrownBy(() -> tags("{value}", "k", new byte[3]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("byte[] does not override toString");
    }

    @SuppressWarnings("unchecked")
    private static Class<Object> type(Class<?> type) {
        return (Class<Object>) type;
    }

    @SuppressWarnings("unchecked")
    private static LarderConfiguration<Object, Object> any(LarderConfiguration<?, ?> configuration) {
        return (LarderConfiguration<Object, Object>) configuration;
    }

    private record Book(
            long id,
            List<Author> authors,
            Optional<String> shelf,
            @Nullable String buyer,
            Object thing) {}

    /** A getter beside a component. */
    private record Author(String name) {
        public char getInitial() {
            return name.charAt(0);
        }
    }

    /** What a framework puts where there is no value. */
    private enum Nothing {
        INSTANCE
    }

    @SuppressWarnings("unused")
    private static final class Plain {
        public static final String shared = "static";
        public final String code = "public";
        private final String secret = "private";

        String getSecret() {
            return secret;
        }
    }
}
