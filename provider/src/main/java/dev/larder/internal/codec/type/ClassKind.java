package dev.larder.internal.codec.type;

import java.io.Serializable;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.util.Collection;
import java.util.Map;

/** How objects of a class without a table entry are decomposed. */
public enum ClassKind {
    ENUM,
    ARRAY,
    RECORD,
    /** The fields are the whole state. */
    PLAIN,
    PROXY,
    /** Only Java serialisation can handle it: the class has hooks of its own, or belongs to the JDK. */
    STREAM,
    /** Cannot be handled: it is not serialisable, and its fields are not accessible. */
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

    // An unknown collection may keep its elements anywhere. The class of a lambda cannot be found by name.
    private static boolean isForeign(Class<?> type) {
        return Classes.isJdk(type)
                || type.isHidden()
                || type.isInterface()
                || Collection.class.isAssignableFrom(type)
                || Map.class.isAssignableFrom(type);
    }

    /** Whether all fields of its state may be read and set. */
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

    /** Whether a field is written and copied. */
    static boolean isState(Field field) {
        return (field.getModifiers() & (Modifier.STATIC | Modifier.TRANSIENT)) == 0;
    }
}
