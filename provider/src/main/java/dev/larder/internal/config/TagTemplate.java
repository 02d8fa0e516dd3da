package dev.larder.internal.config;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A tag with placeholders, such as {@code author:{value.authorId}}. If a placeholder has several values, there is a tag
 * for each; if it has none, there is no tag.
 */
final class TagTemplate {
    private static final Logger LOG = LoggerFactory.getLogger(TagTemplate.class);
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]*)}");

    private final String text;
    private final List<Part> parts;
    private final Set<String> reported = ConcurrentHashMap.newKeySet();

    private TagTemplate(String text, List<Part> parts) {
        this.text = text;
        this.parts = List.copyOf(parts);
    }

    /**
     * Parses a template.
     *
     * @throws IllegalArgumentException quoting it and saying what is allowed
     */
    static TagTemplate parse(String text) {
        if (text.isEmpty()) {
            throw new IllegalArgumentException("a tag is empty; give it a character or more");
        }
        List<Part> parts = new ArrayList<>();
        Matcher matcher = PLACEHOLDER.matcher(text);
        int end = 0;
        while (matcher.find()) {
            parts.add(literal(text, text.substring(end, matcher.start())));
            parts.add(placeholder(text, matcher.group(1)));
            end = matcher.end();
        }
        parts.add(literal(text, text.substring(end)));
        return new TagTemplate(text, parts);
    }

    private static Part literal(String template, String text) {
        if (text.indexOf('{') >= 0 || text.indexOf('}') >= 0) {
            throw new IllegalArgumentException("tag '" + template + "' has an unpaired brace");
        }
        return new Literal(text);
    }

    private static Part placeholder(String template, String text) {
        try {
            return TagPlaceholder.parse(text);
        } catch (IllegalArgumentException unknown) {
            throw quotingTemplate(template, unknown);
        }
    }

    /**
     * Checks that the placeholders can be resolved, as far as the types tell before there are entries.
     *
     * @throws IllegalArgumentException if not
     */
    void check(Class<?> key, Class<?> value) {
        try {
            parts.forEach(each -> each.check(key, value));
        } catch (IllegalArgumentException missing) {
            throw quotingTemplate(text, missing);
        }
    }

    /**
     * Adds the tags of an entry for this template; none if key or value lack a property that a placeholder names.
     *
     * @throws IllegalArgumentException if a getter throws, or if a value found has no text of its own
     */
    void fill(String cache, Object key, Object value, Collection<String> tags) {
        try {
            fill(0, "", new Entry(cache, key, value, problem -> report(cache, problem)), tags);
        } catch (IllegalArgumentException missing) {
            throw quotingTemplate(text, missing);
        }
    }

    private void report(String cache, String problem) {
        if (reported.add(cache)) {
            LOG.debug("cache '{}', tag '{}': {}; such entries do not get this tag", cache, text, problem);
        }
    }

    private void fill(int index, String prefix, Entry entry, Collection<String> tags) {
        if (index < parts.size()) {
            for (String each : parts.get(index).texts(entry)) {
                fill(index + 1, prefix + each, entry, tags);
            }
        } else if (!prefix.isEmpty()) {
            tags.add(prefix);
        }
    }

    private static IllegalArgumentException quotingTemplate(String template, IllegalArgumentException cause) {
        return new IllegalArgumentException("tag '" + template + "': " + cause.getMessage(), cause);
    }

    /**
     * The entry that tags are made for.
     *
     * @param onMissing receives a message for each missing property
     */
    record Entry(String cache, Object key, Object value, Consumer<String> onMissing) {}

    /** A part of a template: literal text or a placeholder. */
    interface Part {
        /** The texts of this part for an entry. */
        Collection<String> texts(Entry entry);

        /** Fails if the types show that the part can never be resolved. */
        default void check(Class<?> key, Class<?> value) {}
    }

    private record Literal(Set<String> texts) implements Part {
        Literal(String text) {
            this(Set.of(text));
        }

        @Override
        public Collection<String> texts(Entry unused) {
            return texts;
        }
    }
}
