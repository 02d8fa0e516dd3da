package dev.larder.internal.codec;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All scalars, by class and by number. The numbers are part of the format: see {@code docs/format.md}. */
final class Scalars {
    static final List<Scalar<?>> ALL = Stream.of(
                    LanguageScalars.list(), TimeScalars.list(), UtilityScalars.list(), SqlScalars.list())
            .flatMap(List::stream)
            .toList();

    private static final Map<Class<?>, Scalar<?>> BY_TYPE = new HashMap<>();
    private static final Scalar<?>[] BY_ID = new Scalar<?>[64];

    static {
        for (Scalar<?> scalar : ALL) {
            BY_TYPE.put(scalar.type(), scalar);
            BY_ID[scalar.id()] = scalar;
        }
    }

    private Scalars() {}

    /** The scalar of exactly this class, null if it is none. */
    static @Nullable Scalar<?> of(Class<?> type) {
        return BY_TYPE.get(type);
    }

    /** The scalar of a number, null if there is none. */
    static @Nullable Scalar<?> of(int id) {
        return id < 0 || id >= BY_ID.length ? null : BY_ID[id];
    }
}
