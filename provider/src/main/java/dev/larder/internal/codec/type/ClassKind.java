package dev.larder.internal.codec.type;

import java.io.Serializable;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.util.Collection;
import java.util.Map;

/** How objects of a class that no table knows are taken apart. */
public enum ClassKind {
    ENUM,
    ARRAY,
    RECORD,
    /** Its fields are all there is to it. */
    PLAIN,
    PROXY,
    /** Only Java serialisation knows how: it has methods of its own for it, or is the JDK's. */
    STREAM,
    /** There is no way: not serialisable, and not made of fields that we may see. */
    CLOSED;

    public static ClassKind of(Class<?> type) {
        if (Enum.class.isAssignableFrom(type)) {
            return ENUM;
        }
        if (type.isArray()) {
            return ARRAY;
        }
        if (Proxy.isProxyClass(type)) {
            return PROXY;
        }
        if (!SerializationHooks.has(type) && !isForeign(type) && fieldsAreOpen(type)) {
            return type.isRecord() ? RECORD : PLAIN;
        }
        return Serializable.class.isAssignableFrom(type) ? STREAM : CLOSED;
    }

    // An unknown collection may keep its elements anywhere; a lambda's class cannot be found again by name.
    private static boolean isForeign(Class<?> type) {
        return Classes.isJdk(type)
                || type.isHidden()
                || type.isInterface()
                || Collection.class.isAssignableFrom(type)
                || Map.class.isAssignableFrom(type);
    }

    /** Whether all fields that belong to its state may be read and set. */
    public static boolean fieldsAreOpen(Class<?> type) {
        for (Class<?> c = type; c != null && c != Object.class; c = c.getSuperclass()) {
            if (!fieldsOfAreOpen(c)) {
                return false;
            }
        }
        return true;
    }

    private static boolean fieldsOfAreOpen(Class<?> type) {
        for (Field field : type.getDeclaredFields()) {
            if (isState(field) && (Classes.isJdk(type) || !field.trySetAccessible())) {
                return false;
            }
        }
        return true;
    }

    /** Whether a field belongs to what is written and copied. */
    static boolean isState(Field field) {
        return (field.getModifiers() & (Modifier.STATIC | Modifier.TRANSIENT)) == 0;
    }
}
