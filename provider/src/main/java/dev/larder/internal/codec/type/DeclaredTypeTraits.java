package dev.larder.internal.codec.type;

import java.lang.reflect.Modifier;

/** What the declared type of a field or element alone tells. */
public final class DeclaredTypeTraits {
    private DeclaredTypeTraits() {}

    /** Whether whatever such a field holds never changes. */
    public static boolean isAlwaysImmutable(Class<?> declared) {
        return declared.isPrimitive() || declared.isEnum() || isFinalScalar(declared);
    }

    private static boolean isFinalScalar(Class<?> declared) {
        ScalarType<?> scalarType = ScalarTypes.of(declared);
        return scalarType != null && scalarType.isImmutable() && Modifier.isFinal(declared.getModifiers());
    }
}
