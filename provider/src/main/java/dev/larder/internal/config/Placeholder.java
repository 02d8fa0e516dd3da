package dev.larder.internal.config;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@code {cache}}, {@code {key}}, {@code {value}}, or a property of key or value, as {@code {value.author.id}}. */
final class Placeholder implements TagTemplate.Part {
    private static final Pattern FORM =
            Pattern.compile("cache|(?:key|value)(?:\\.\\p{javaJavaIdentifierStart}\\p{javaJavaIdentifierPart}*)*");

    private final Function<TagTemplate.Entry, Object> source;
    private final boolean ofValue;
    private final List<Property> path;

    private Placeholder(Function<TagTemplate.Entry, Object> source, boolean ofValue, List<Property> path) {
        this.source = source;
        this.ofValue = ofValue;
        this.path = path;
    }

    static TagTemplate.Part parse(String text) {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("{" + text + "} is no placeholder; it takes {cache}, {key}, {value},"
                    + " or a property of key or value, as in {value.authorId}");
        }
        List<String> names = List.of(text.split("\\."));
        List<Property> path = names.stream().skip(1).map(Property::new).toList();
        return switch (names.get(0)) {
            case "cache" -> entry -> List.of(entry.cache());
            case "key" -> new Placeholder(TagTemplate.Entry::key, false, path);
            default -> new Placeholder(TagTemplate.Entry::value, true, path);
        };
    }

    @Override
    public Collection<String> texts(TagTemplate.Entry entry) {
        Object found = source.apply(entry);
        return path.isEmpty() && found instanceof String text ? List.of(text) : texts(found, entry);
    }

    private List<String> texts(Object found, TagTemplate.Entry entry) {
        Stream<?> all = flat(found);
        for (Property each : path) {
            all = all.flatMap(object -> flat(valueOf(each, object, entry)));
        }
        return all.map(TagText::of).toList();
    }

    // A cache may hold values of several classes, and markers of a framework for null: they have other properties.
    private static @Nullable Object valueOf(Property property, Object object, TagTemplate.Entry entry) {
        if (property.isIn(object.getClass())) {
            return property.of(object);
        }
        entry.lacking().accept(property.lack(object.getClass()));
        return null;
    }

    private static Stream<?> flat(@Nullable Object found) {
        if (found instanceof Collection<?> several) {
            return several.stream().flatMap(Placeholder::flat);
        }
        if (found instanceof Object[] several) {
            return Arrays.stream(several).flatMap(Placeholder::flat);
        }
        return found instanceof Optional<?> one ? one.stream() : Stream.ofNullable(found);
    }

    @Override
    public void check(Class<?> key, Class<?> value) {
        Class<?> type = ofValue ? value : key;
        for (Property each : path) {
            if (!TagText.isTold(type)) {
                return;
            }
            type = each.typeIn(type);
        }
        if (TagText.isTold(type)) {
            TagText.require(type);
        }
    }
}
