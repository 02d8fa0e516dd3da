package dev.larder.internal.codec.type;

import java.lang.reflect.Modifier;

/** Derives properties from the declared type of a field or element alone. */
public final class DeclaredTypeTraits {
    private DeclaredTypeTraits() {}

    /** Whether the objects in such a field never change. */
    public static boolean isAlwaysImmutable(Class<?> declared) {
        return declared.isPrimitive() || declared.isEnum() || isFinalScalar(declared);
    }

    private static boolean isFinalScalar(Class<?> declared) {
        ScalarType<?> scalarType = ScalarTypes.of(declared);
        return scalarType != null && scalarType.isImmutable() && Modifier.isFinal(declared.getModifiers());
    }
}
