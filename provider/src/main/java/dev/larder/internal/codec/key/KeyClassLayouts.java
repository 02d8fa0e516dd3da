package dev.larder.internal.codec.key;

import dev.larder.internal.codec.failure.CodecException;
import dev.larder.internal.codec.failure.UndecodableException;
import dev.larder.internal.codec.type.ClassFields;
import dev.larder.internal.codec.type.ClassKind;
import dev.larder.internal.codec.type.ClassTable;
import dev.larder.internal.codec.type.MethodHandleFailures;
import dev.larder.internal.codec.type.SerializationHooks;
import java.io.Externalizable;
import java.io.Serializable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The layouts of key classes. Thread-safe. */
final class KeyClassLayouts {
    private final ClassTable<KeyClassLayout> written = new ClassTable<>();
    private final ClassTable<List<KeyClassLayout>> read = new ClassTable<>();
    private final ClassTable<Boolean> verified = new ClassTable<>();
    private final ClassTable<LenientEquality> lenientEqualities = new ClassTable<>();
    private final ClassTable<Boolean> contents = new ClassTable<>();

    /**
     * The layout of a key's class; determined with this key if it is the first of its class.
     *
     * @throws CodecException if the fields of the class do not make a key
     */
    KeyClassLayout of(Object key) {
        Class<?> type = key.getClass();
        KeyClassLayout layout = written.get(type);
        if (layout == null) {
            requireSuitable(type);
            requireEquality(type);
            layout = KeyClassLayout.of(type, slot -> CachedHashFields.isConfirmed(slot, key));
            written.put(type, layout);
        }
        return layout;
    }

    /** How the key's class compares its fields; determined with this key if it is the first of its class. */
    LenientEquality equalityOf(KeyClassLayout layout, Object key) {
        LenientEquality known = lenientEqualities.get(layout.type());
        if (known == null) {
            known = LenientEquality.of(layout, key);
            lenientEqualities.put(layout.type(), known);
        }
        return known;
    }

    /**
     * Checks that a list, set, map or pair is equal to others with the same contents.
     *
     * @throws CodecException if it is not, or only by an order of its own
     */
    void requireEqualityOfContents(Object part) {
        Class<?> type = part.getClass();
        if (contents.get(type) == null) {
            if (!overridesEquals(type)) {
                throw new CodecException("a " + type.getName() + " is equal only to itself; copy it into a list, a set"
                        + " or a map of java.util");
            }
            contents.put(type, true);
        }
        SortedContents.requireEquality(part);
    }

    /** Whether an object of this class has been read back as an equal object. */
    boolean isVerified(Class<?> type) {
        return verified.get(type) != null;
    }

    void setVerified(Class<?> type) {
        verified.put(type, true);
    }

    /**
     * The layout of a class that is named in the bytes of a key. This JVM may not have seen a key of this class yet.
     * The fingerprint therefore determines which of its fields were written.
     */
    KeyClassLayout of(Class<?> type, int fingerprint) {
        for (KeyClassLayout layout : layoutsToRead(type)) {
            if (layout.fingerprint() == fingerprint) {
                return layout;
            }
        }
        throw new UndecodableException(
                "class " + type.getName() + " has other fields than it had when the key was written");
    }

    private List<KeyClassLayout> layoutsToRead(Class<?> type) {
        List<KeyClassLayout> layouts = read.get(type);
        if (layouts == null) {
            requireSuitable(type);
            layouts = List.of(
                    KeyClassLayout.of(type, CachedHashFields::isCandidate), KeyClassLayout.of(type, slot -> false));
            read.put(type, layouts);
        }
        return layouts;
    }

    Object replacementOf(Object part, Method writeReplace) {
        Object replacement = call(writeReplace, part);
        if (replacement == null || replacement.getClass() == part.getClass()) {
            throw new CodecException(
                    "writeReplace of " + part.getClass().getName() + " did not return an object of another class");
        }
        return replacement;
    }

    static @Nullable Object get(ClassFields.Slot slot, Object from) {
        try {
            return slot.field().get(from);
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static int getInt(ClassFields.Slot slot, Object from) {
        try {
            return slot.field().getInt(from);
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static @Nullable Object call(Method method, Object on, Object... arguments) {
        try {
            return method.invoke(on, arguments);
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(impossible);
        } catch (InvocationTargetException thrown) {
            throw MethodHandleFailures.unchecked(thrown.getTargetException());
        }
    }

    private static void requireSuitable(Class<?> type) {
        ClassKind classKind = ClassKind.of(type);
        boolean isOpen = classKind == ClassKind.RECORD || classKind == ClassKind.PLAIN;
        if (isOpen || (classKind == ClassKind.STREAM && hasOpenFields(type))) {
            return;
        }
        throw new CodecException("there is no way to write a " + type.getName()
                + " so that equal ones give equal bytes; use a record, a string or a number as key");
    }

    // Such a class has serialisation hooks, but its fields may still be its whole state.
    private static boolean hasOpenFields(Class<?> type) {
        return Serializable.class.isAssignableFrom(type)
                && !Externalizable.class.isAssignableFrom(type)
                && !type.isHidden()
                && ClassKind.fieldsAreOpen(type)
                && !writesItself(type);
    }

    private static boolean writesItself(Class<?> type) {
        for (Class<?> c = type; c != null && c != Object.class; c = c.getSuperclass()) {
            if (SerializationHooks.writeObject(c) != null) {
                return true;
            }
        }
        return false;
    }

    private static void requireEquality(Class<?> type) {
        boolean isReplaced = Serializable.class.isAssignableFrom(type)
                && (SerializationHooks.replacing(type, "readResolve") != null
                        || SerializationHooks.replacing(type, "writeReplace") != null);
        if (!type.isRecord() && !isReplaced && !overridesEquals(type)) {
            throw new CodecException("class " + type.getName() + " does not override equals, so no two of its objects"
                    + " are equal; use a record, or give it equals and hashCode");
        }
    }

    private static boolean overridesEquals(Class<?> type) {
        try {
            return type.getMethod("equals", Object.class).getDeclaringClass() != Object.class;
        } catch (NoSuchMethodException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
