package dev.larder.internal.codec.type;

import java.io.Externalizable;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import org.jspecify.annotations.Nullable;

/** Finds the methods by which a class controls its own serialisation. */
public final class SerializationHooks {
    private SerializationHooks() {}

    /** Whether the class has hooks, so that its fields alone do not determine how to write and read it. */
    public static boolean has(Class<?> type) {
        return Serializable.class.isAssignableFrom(type)
                && (Externalizable.class.isAssignableFrom(type)
                        || replacing(type, "writeReplace") != null
                        || replacing(type, "readResolve") != null
                        || writesOrReadsItself(type));
    }

    /**
     * The {@code writeReplace} or {@code readResolve} that applies to {@code type}, accessible; null if there is none.
     */
    public static @Nullable Method replacing(Class<?> type, String name) {
        for (Class<?> c = type; c != null && c != Object.class; c = c.getSuperclass()) {
            Method method = declared(c, name);
            if (method != null) {
                return method.getReturnType() == Object.class && isInherited(method, type) ? method : null;
            }
        }
        return null;
    }

    /** The private {@code readObject} of exactly this class, null if there is none. */
    public static @Nullable Method readObject(Class<?> type) {
        return declared(type, "readObject", ObjectInputStream.class);
    }

    /** The private {@code writeObject} of exactly this class, null if there is none. */
    public static @Nullable Method writeObject(Class<?> type) {
        return declared(type, "writeObject", ObjectOutputStream.class);
    }

    private static boolean writesOrReadsItself(Class<?> type) {
        if (type.isRecord()) {
            return false;
        }
        for (Class<?> c = type; c != null && Serializable.class.isAssignableFrom(c); c = c.getSuperclass()) {
            if (writeObject(c) != null || readObject(c) != null || namesItsFields(c)) {
                return true;
            }
        }
        return false;
    }

    private static boolean namesItsFields(Class<?> type) {
        try {
            return Modifier.isPrivate(
                    type.getDeclaredField("serialPersistentFields").getModifiers());
        } catch (NoSuchFieldException usual) {
            return false;
        }
    }

    private static @Nullable Method declared(Class<?> type, String name, Class<?>... parameters) {
        try {
            Method method = type.getDeclaredMethod(name, parameters);
            return Modifier.isStatic(method.getModifiers()) ? null : method;
        } catch (NoSuchMethodException usual) {
            return null;
        }
    }

    private static boolean isInherited(Method method, Class<?> by) {
        Class<?> owner = method.getDeclaringClass();
        int modifiers = method.getModifiers();
        if (owner == by || (modifiers & (Modifier.PUBLIC | Modifier.PROTECTED)) != 0) {
            return true;
        }
        return !Modifier.isPrivate(modifiers)
                && owner.getClassLoader() == by.getClassLoader()
                && owner.getPackageName().equals(by.getPackageName());
    }
}
