package dev.larder.internal.codec.type;

import java.lang.reflect.Modifier;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All scalar types, by class and by number. The numbers are part of the format: see {@code docs/format.md}. */
public final class ScalarTypes {
    public static final List<ScalarType<?>> ALL = Stream.of(
                    LanguageScalars.list(), TimeScalars.list(), UtilityScalars.list(), SqlScalars.list())
            .flatMap(List::stream)
            .toList();

    private static final Map<Class<?>, ScalarType<?>> BY_TYPE = new HashMap<>();
    private static final ScalarType<?>[] BY_ID = new ScalarType<?>[64];

    static {
        for (ScalarType<?> scalarType : ALL) {
            BY_TYPE.put(scalarType.type(), scalarType);
            BY_ID[scalarType.id()] = scalarType;
        }
    }

    private ScalarTypes() {}

    /** The scalar type of exactly this class, null if there is none. */
    public static @Nullable ScalarType<?> of(Class<?> type) {
        return BY_TYPE.get(type);
    }

    /** Whether the objects in a field or array of this declared type never change. */
    public static boolean areAlwaysImmutable(Class<?> declared) {
        return declared.isPrimitive() || declared.isEnum() || isFinalAndImmutable(declared);
    }

    private static boolean isFinalAndImmutable(Class<?> declared) {
        ScalarType<?> scalarType = of(declared);
        return scalarType != null && scalarType.isImmutable() && Modifier.isFinal(declared.getModifiers());
    }

    /** The scalar type with a number, null if there is none. */
    public static @Nullable ScalarType<?> of(int id) {
        return id < 0 || id >= BY_ID.length ? null : BY_ID[id];
    }
}
