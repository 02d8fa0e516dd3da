package dev.larder.internal.codec.key;

import dev.larder.internal.codec.type.ClassFields;
import dev.larder.internal.codec.type.Instantiator;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Locale;

/**
 * Detects fields that only cache the hash code, so that equal keys may differ in them. A field is a candidate by its
 * name. It is confirmed if {@code hashCode()} fills it in when it is 0.
 */
final class CachedHashFields {
    private CachedHashFields() {}

    static boolean isCandidate(ClassFields.Slot slot) {
        Field field = slot.field();
        return slot.type() == int.class
                && !Modifier.isFinal(field.getModifiers())
                && field.getName().toLowerCase(Locale.ROOT).contains("hash");
    }

    /** Whether a field caches the hash code, tested with a key of the class. */
    static boolean isConfirmed(ClassFields.Slot slot, Object key) {
        return isCandidate(slot) && isFilledIn(slot, key);
    }

    private static boolean isFilledIn(ClassFields.Slot candidate, Object key) {
        Object copy = Instantiator.of(key.getClass()).newInstance();
        try {
            for (ClassFields.Slot slot : ClassFields.of(key.getClass()).slots()) {
                if (!slot.field().equals(candidate.field())) {
                    slot.field().set(copy, slot.field().get(key));
                }
            }
            int hash = copy.hashCode();
            return hash != 0 && candidate.field().getInt(copy) == hash;
        } catch (IllegalAccessException | RuntimeException failure) {
            return false;
        }
    }
}
