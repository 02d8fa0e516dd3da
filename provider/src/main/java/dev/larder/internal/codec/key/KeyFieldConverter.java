package dev.larder.internal.codec.key;

import dev.larder.internal.codec.failure.UndecodableException;
import java.lang.invoke.MethodType;
import java.util.Collection;
import java.util.Date;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Converts parts of a key to the types of its fields, since a list was written without its class. */
@SuppressWarnings("JavaUtilDate") // keys may contain dates
final class KeyFieldConverter {
    private KeyFieldConverter() {}

    @SuppressWarnings("unchecked") // the collection was written with these elements
    static @Nullable Object as(Class<?> type, @Nullable Object part) {
        Class<?> wanted = MethodType.methodType(type).wrap().returnType();
        if (part == null || wanted.isInstance(part)) {
            return part;
        }
        if (part instanceof Date date && Date.class.isAssignableFrom(wanted)) {
            return dateOf(wanted, date);
        }
        Object empty = emptyOf(wanted);
        if (part instanceof Collection<?> from && empty instanceof Collection<?> to) {
            ((Collection<Object>) to).addAll(from);
        } else if (part instanceof Map<?, ?> from && empty instanceof Map<?, ?> to) {
            ((Map<Object, Object>) to).putAll(from);
        } else {
            throw new UndecodableException(
                    "a key holds a " + part.getClass().getName() + " where its class has a " + type.getName());
        }
        return empty;
    }

    static Object dateOf(Class<?> type, Date date) {
        try {
            return type.getConstructor(long.class).newInstance(date.getTime());
        } catch (ReflectiveOperationException unfit) {
            throw new UndecodableException("a key holds a date where its class has a " + type.getName(), unfit);
        }
    }

    private static @Nullable Object emptyOf(Class<?> type) {
        try {
            return type.getConstructor().newInstance();
        } catch (ReflectiveOperationException none) {
            return null;
        }
    }
}
