package dev.larder.internal.codec;

import java.lang.reflect.Modifier;

/** What the declared type of a field or element alone tells. */
final class Types {
    private Types() {}

    /** Whether whatever such a field holds never changes. */
    static boolean isAlwaysImmutable(Class<?> declared) {
        return declared.isPrimitive() || declared.isEnum() || isFinalScalar(declared);
    }

    private static boolean isFinalScalar(Class<?> declared) {
        Scalar<?> scalar = Scalars.of(declared);
        return scalar != null && scalar.isImmutable() && Modifier.isFinal(declared.getModifiers());
    }
}
