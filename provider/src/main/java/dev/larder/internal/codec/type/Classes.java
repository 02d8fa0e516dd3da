package dev.larder.internal.codec.type;

/** Utility methods for classes. */
public final class Classes {
    private Classes() {}

    /** Whether a class comes with the JDK, so that its fields are not accessible. */
    public static boolean isJdk(Class<?> type) {
        ClassLoader loader = type.getClassLoader();
        return loader == null || loader == ClassLoader.getPlatformClassLoader();
    }

    /** The number of buckets for {@code size} elements in a hash table. */
    public static int bucketsFor(int size) {
        return size < 3 ? 4 : (int) Math.min(1 << 30, size / 0.75 + 1);
    }
}
