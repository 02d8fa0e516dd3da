package dev.larder.internal.codec.type;

/** Small questions about classes. */
public final class Classes {
    private Classes() {}

    /** Whether a class comes with the JDK, whose fields are closed to us. */
    public static boolean isJdk(Class<?> type) {
        ClassLoader loader = type.getClassLoader();
        return loader == null || loader == ClassLoader.getPlatformClassLoader();
    }

    /** The enum type of a constant, also of one with a body of its own. */
    public static Class<?> enumTypeOf(Object constant) {
        return ((Enum<?>) constant).getDeclaringClass();
    }

    /** Enough buckets for {@code size} elements in a hash table. */
    public static int bucketsFor(int size) {
        return size < 3 ? 4 : (int) Math.min(1 << 30, size / 0.75 + 1);
    }
}
