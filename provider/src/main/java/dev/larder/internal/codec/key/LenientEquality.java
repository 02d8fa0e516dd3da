package dev.larder.internal.codec.key;

import dev.larder.internal.codec.failure.CodecException;
import dev.larder.internal.codec.filter.DefaultTypes;
import dev.larder.internal.codec.record.CheckedInput;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a key's class that {@code equals} compares less strictly than by their bytes: numbers by {@code ==},
 * for which 0.0 equals -0.0, and strings without regard to case. Determined once, with copies of a key that differ in
 * one field. Immutable.
 */
final class LenientEquality {
    private static final LenientEquality NONE = new LenientEquality(Map.of());

    private final Map<Integer, Kind> kinds;

    private enum Kind {
        ZERO,
        CASE
    }

    private LenientEquality(Map<Integer, Kind> kinds) {
        this.kinds = kinds;
    }

    static LenientEquality of(KeyClassLayout layout, Object key) {
        if (layout.writeReplace() != null
                || DefaultTypes.isFramework(layout.type().getName())) {
            return NONE;
        }
        Map<Integer, Kind> found = new HashMap<>();
        for (int i = 0; i < layout.state().size(); i++) {
            Class<?> type = layout.state().get(i).type();
            if ((type == double.class || type == Double.class) && isLenient(layout, key, i, 0.0, -0.0, 1.0)) {
                found.put(i, Kind.ZERO);
            } else if ((type == float.class || type == Float.class) && isLenient(layout, key, i, 0.0f, -0.0f, 1.0f)) {
                found.put(i, Kind.ZERO);
            } else if (type == String.class && isLenient(layout, key, i, "aa", "AA", "bb")) {
                found.put(i, Kind.CASE);
            }
        }
        return found.isEmpty() ? NONE : new LenientEquality(Map.copyOf(found));
    }

    // If a field makes no difference at all it may be derived from others, and the test says nothing.
    private static boolean isLenient(
            KeyClassLayout layout, Object key, int slot, Object one, Object alike, Object other) {
        try {
            Object copy = copyWith(layout, key, slot, one);
            return areEqual(copy, copyWith(layout, key, slot, alike))
                    && !areEqual(copy, copyWith(layout, key, slot, other));
        } catch (Throwable failure) {
            return false;
        }
    }

    private static boolean areEqual(Object one, Object other) {
        return one.equals(other) && other.equals(one);
    }

    private static Object copyWith(KeyClassLayout layout, Object key, int slot, Object part) throws Throwable {
        @Nullable Object[] parts = new @Nullable Object[layout.state().size()];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = i == slot ? part : KeyClassLayouts.get(layout.state().get(i), key);
        }
        CheckedInput noExtras = new CheckedInput();
        noExtras.begin(KeySection.NONE, 0);
        return layout.assembly().assemble(parts, noExtras);
    }

    /**
     * The value that is written for a field.
     *
     * @throws CodecException if equal keys could have other values
     */
    @Nullable
    Object written(KeyClassLayout layout, int slot, @Nullable Object part) {
        Kind kind = kinds.isEmpty() ? null : kinds.get(slot);
        if (kind == null || part == null) {
            return part;
        }
        return kind == Kind.ZERO ? withoutSign(part) : inLowerCase(layout, slot, (String) part);
    }

    private static Object withoutSign(Object part) {
        if (part instanceof Double number) {
            return number == 0 ? (Object) 0.0 : number;
        }
        return (Float) part == 0 ? (Object) 0.0f : part;
    }

    private static String inLowerCase(KeyClassLayout layout, int slot, String part) {
        if (Objects.equals(part, part.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT))) {
            return part;
        }
        throw new CodecException("the equals of " + layout.type().getName()
                + " ignores upper and lower case in its field "
                + layout.state().get(slot).field().getName() + ", but the bytes of a key do not; store lower case in"
                + " the field, or let equals compare it exactly");
    }
}
