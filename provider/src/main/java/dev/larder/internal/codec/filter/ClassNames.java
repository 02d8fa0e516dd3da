package dev.larder.internal.codec.filter;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Handles class names as {@link Class#getName} returns them. */
public final class ClassNames {
    private static final Map<String, Class<?>> PRIMITIVES = Stream.of(
                    boolean.class,
                    byte.class,
                    short.class,
                    char.class,
                    int.class,
                    long.class,
                    float.class,
                    double.class,
                    void.class)
            .collect(Collectors.toMap(Class::getName, Function.identity()));

    private ClassNames() {}

    public static boolean isPrimitive(String name) {
        return PRIMITIVES.containsKey(name);
    }

    /** The primitive type of a name, null if it is none. */
    public static @Nullable Class<?> primitive(String name) {
        return PRIMITIVES.get(name);
    }

    /** The innermost element type of an array's name. An array of primitive values counts as an object. */
    public static String elementOf(String name) {
        int dimensions = name.lastIndexOf('[') + 1;
        if (dimensions == 0) {
            return name;
        }
        return name.startsWith("L", dimensions) && name.endsWith(";")
                ? name.substring(dimensions + 1, name.length() - 1)
                : "java.lang.Object";
    }
}
