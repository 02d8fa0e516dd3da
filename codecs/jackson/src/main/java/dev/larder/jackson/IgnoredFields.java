package dev.larder.jackson;

import java.lang.reflect.Field;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds a field that the application excludes from JSON although its {@code equals} uses it. */
final class IgnoredFields {
    private IgnoredFields() {}

    /**
     * Describes such a field; null if there is none.
     *
     * @param back the object read back, of the same class; its ignored fields are overwritten
     */
    static @Nullable String inEquals(Object value, Object back, Set<String> ignored) {
        if (ignored.isEmpty() || value.equals(back)) {
            return null;
        }
        String last = null;
        for (Class<?> type = value.getClass(); type != null; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if (ignored.contains(field.getName()) && isLost(field, value, back)) {
                    last = "field " + field.getName() + " of " + type.getName()
                            + ": it is excluded from JSON, but equals uses it";
                }
            }
        }
        // Equals may fail for other reasons, such as an array or no equals at all.
        return value instanceof Record || value.equals(back) ? last : null;
    }

    private static boolean isLost(Field field, Object value, Object back) {
        if (!field.trySetAccessible()) {
            return false;
        }
        try {
            Object kept = field.get(value);
            boolean isLost = !Objects.equals(kept, field.get(back));
            if (isLost && !(value instanceof Record)) {
                field.set(back, kept);
            }
            return isLost;
        } catch (IllegalAccessException constant) {
            return false;
        }
    }
}
