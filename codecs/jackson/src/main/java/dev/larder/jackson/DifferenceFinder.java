package dev.larder.jackson;

import com.fasterxml.jackson.databind.AnnotationIntrospector;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.fasterxml.jackson.databind.introspect.AnnotatedClass;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Compares a value with the value read back, part by part, since few classes have a complete {@code equals}.
 * Collections may be of another class if they are equal. Used for one value.
 */
final class DifferenceFinder {
    private static final int MAX_DEPTH = 200;

    private static final Pattern ACCESSOR = Pattern.compile("^(get|is|set)");

    private final ObjectMapper mapper;
    private int depth;

    DifferenceFinder(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    /** Describes where two values differ; null if they do not. */
    @Nullable
    String difference(@Nullable Object value, @Nullable Object back) {
        if (value == null || back == null) {
            return value == back ? null : "it has " + named(back) + " where " + named(value) + " was";
        }
        if (++depth > MAX_DEPTH) {
            return "it is nested deeper than " + MAX_DEPTH + " levels";
        }
        String found = compare(value, back);
        depth--;
        return found;
    }

    private @Nullable String compare(Object value, Object back) {
        if (value instanceof List<?> list) {
            return back instanceof List<?> other ? elements(list, other) : classes(value, back);
        }
        if (value instanceof Set<?> set) {
            return back instanceof Set<?> other ? compareSets(set, other) : classes(value, back);
        }
        if (value instanceof Map<?, ?> map) {
            return back instanceof Map<?, ?> other ? pairs(map, other) : classes(value, back);
        }
        if (value instanceof Map.Entry<?, ?> entry && back instanceof Map.Entry<?, ?> other) {
            String found = difference(entry.getKey(), other.getKey());
            return found != null ? found : difference(entry.getValue(), other.getValue());
        }
        if (value instanceof Collection<?> some && back instanceof Collection<?> other) {
            return elements(some, other);
        }
        if (value.getClass() != back.getClass()
                && !JdkJsonTypes.readAs(value.getClass()).isInstance(back)) {
            return classes(value, back);
        }
        return compareSameClass(value, back);
    }

    private @Nullable String compareSameClass(Object value, Object back) {
        if (value instanceof Optional<?> box) {
            return difference(box.orElse(null), ((Optional<?>) back).orElse(null));
        }
        if (value.getClass().isArray()) {
            return elements(listOf(value), listOf(back));
        }
        if (value instanceof java.util.concurrent.atomic.AtomicBoolean
                || (value instanceof Number && !(value instanceof Comparable))) {
            return value.toString().equals(back.toString()) ? null : named(back) + " is not " + named(value);
        }
        boolean isWhole = JdkJsonTypes.isJdk(value.getClass()) || value instanceof Enum;
        return isWhole
                ? value.equals(back) ? null : "it has " + named(back) + " where " + named(value) + " was"
                : fields(value, back);
    }

    private @Nullable String elements(Collection<?> these, Collection<?> others) {
        if (these.size() != others.size()) {
            return "a collection of " + these.size() + " has " + others.size() + " elements";
        }
        var other = others.iterator();
        for (Object each : these) {
            String found = difference(each, other.next());
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    // Elements without equals are compared in the order in which they were written.
    private @Nullable String compareSets(Set<?> these, Set<?> others) {
        return these.equals(others) && ofJdk(these)
                ? null
                : elements(alignOrder(these, others), alignOrder(others, others));
    }

    private static boolean ofJdk(Collection<?> elements) {
        return elements.stream().allMatch(each -> each == null || JdkJsonTypes.isJdk(each.getClass()));
    }

    // Elements with an equal one in the other collection come in the order of the other collection.
    private static List<Object> alignOrder(Collection<?> these, Collection<?> others) {
        List<Object> left = new ArrayList<>(these);
        List<Object> found = new ArrayList<>(left.size());
        for (Object other : others) {
            int at = left.indexOf(other);
            if (at >= 0) {
                found.add(left.remove(at));
            }
        }
        found.addAll(left);
        return found;
    }

    private @Nullable String pairs(Map<?, ?> map, Map<?, ?> other) {
        List<Object> keys = alignOrder(map.keySet(), other.keySet());
        String found = elements(keys, alignOrder(other.keySet(), other.keySet()));
        if (found != null) {
            return found;
        }
        return elements(
                keys.stream()
                        .map(key -> (Object) Optional.ofNullable(map.get(key)))
                        .toList(),
                other.values().stream()
                        .map(each -> (Object) Optional.ofNullable(each))
                        .toList());
    }

    private @Nullable String fields(Object value, Object back) {
        Set<String> dropped = ignoredProperties(value.getClass());
        for (Class<?> type = value.getClass(); type != null && !JdkJsonTypes.isJdk(type); type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                String found = isState(field) && !dropped.contains(field.getName()) ? field(field, value, back) : null;
                if (found != null) {
                    return found;
                }
            }
        }
        return IgnoredFields.inEquals(value, back, dropped);
    }

    private static boolean isState(Field field) {
        boolean isHash = field.getType() == int.class
                && field.getName().toLowerCase(java.util.Locale.ROOT).contains("hash");
        return (field.getModifiers() & (Modifier.STATIC | Modifier.TRANSIENT)) == 0 && !field.isSynthetic() && !isHash;
    }

    private @Nullable String field(Field field, Object value, Object back) {
        if (!field.trySetAccessible()) {
            return Objects.equals(value, back) ? null : "it is not equal to what was put";
        }
        try {
            String found = difference(field.get(value), field.get(back));
            return found == null || found.startsWith("field ")
                    ? found
                    : "field " + field.getName() + " of "
                            + field.getDeclaringClass().getName() + ": " + found;
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    // Properties that the application excludes from JSON are not compared.
    private Set<String> ignoredProperties(Class<?> type) {
        SerializationConfig config = mapper.getSerializationConfig();
        AnnotationIntrospector annotations = config.getAnnotationIntrospector();
        BeanDescription bean = config.introspect(mapper.constructType(type));
        AnnotatedClass annotated = bean.getClassInfo();
        Set<String> names = new HashSet<>(
                annotations.findPropertyIgnoralByName(config, annotated).getIgnored());
        annotated.fields().forEach(field -> {
            if (annotations.hasIgnoreMarker(field)) {
                names.add(field.getName());
            }
        });
        annotated.memberMethods().forEach(method -> {
            if (annotations.hasIgnoreMarker(method)) {
                names.add(property(method.getName()));
            }
        });
        return names;
    }

    private static String property(String method) {
        String name = ACCESSOR.matcher(method).replaceFirst("");
        return name.isEmpty() ? method : Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }

    private static List<Object> listOf(Object array) {
        List<Object> list = new ArrayList<>();
        for (int i = 0; i < Array.getLength(array); i++) {
            list.add(Array.get(array, i));
        }
        return list;
    }

    private static String classes(Object value, Object back) {
        return "a " + value.getClass().getName() + " is read back as a "
                + back.getClass().getName();
    }

    private static String named(@Nullable Object value) {
        return value == null ? "null" : "a " + value.getClass().getName();
    }
}
