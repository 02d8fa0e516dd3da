package dev.larder.internal.config;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A placeholder of a tag template: {@code {cache}}, {@code {key}}, {@code {value}}, or a property as in
 * {@code {value.author.id}}.
 */
final class TagPlaceholder implements TagTemplate.Part {
    private static final Pattern FORM =
            Pattern.compile("cache|(?:key|value)(?:\\.\\p{javaJavaIdentifierStart}\\p{javaJavaIdentifierPart}*)*");

    private final Function<TagTemplate.Entry, Object> source;
    private final boolean ofValue;
    private final List<PropertyPath> path;

    private TagPlaceholder(Function<TagTemplate.Entry, Object> source, boolean ofValue, List<PropertyPath> path) {
        this.source = source;
        this.ofValue = ofValue;
        this.path = path;
    }

    static TagTemplate.Part parse(String text) {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("{" + text + "} is not a placeholder; allowed: {cache}, {key}, {value},"
                    + " or a property of key or value, as in {value.authorId}");
        }
        List<String> names = List.of(text.split("\\."));
        List<PropertyPath> path = names.stream().skip(1).map(PropertyPath::new).toList();
        return switch (names.get(0)) {
            case "cache" -> entry -> List.of(entry.cache());
            case "key" -> new TagPlaceholder(TagTemplate.Entry::key, false, path);
            default -> new TagPlaceholder(TagTemplate.Entry::value, true, path);
        };
    }

    @Override
    public Collection<String> texts(TagTemplate.Entry entry) {
        Object found = source.apply(entry);
        return path.isEmpty() && found instanceof String text ? List.of(text) : texts(found, entry);
    }

    private List<String> texts(Object found, TagTemplate.Entry entry) {
        Stream<?> all = flatten(found);
        for (PropertyPath each : path) {
            all = all.flatMap(object -> flatten(valueOf(each, object, entry)));
        }
        return all.map(TagText::of).toList();
    }

    // A cache may hold values of several classes, and a framework's markers for null, which have other properties.
    private static @Nullable Object valueOf(PropertyPath propertyPath, Object object, TagTemplate.Entry entry) {
        if (propertyPath.isIn(object.getClass())) {
            return propertyPath.of(object);
        }
        entry.onMissing().accept(propertyPath.missingMessage(object.getClass()));
        return null;
    }

    private static Stream<?> flatten(@Nullable Object found) {
        if (found instanceof Collection<?> several) {
            return several.stream().flatMap(TagPlaceholder::flatten);
        }
        if (found instanceof Object[] several) {
            return Arrays.stream(several).flatMap(TagPlaceholder::flatten);
        }
        return found instanceof Optional<?> one ? one.stream() : Stream.ofNullable(found);
    }

    @Override
    public void check(Class<?> key, Class<?> value) {
        Class<?> type = ofValue ? value : key;
        for (PropertyPath each : path) {
            if (!TagText.determinesClass(type)) {
                return;
            }
            type = each.typeIn(type);
        }
        if (TagText.determinesClass(type)) {
            TagText.require(type);
        }
    }
}
