package dev.larder.internal.manager;

import javax.cache.CacheManager;

/** The class loader for callers that name none. */
public final class DefaultClassLoader {
    private DefaultClassLoader() {}

    /** The thread's, if it sees the same JSR-107 classes as Larder; else Larder's own. */
    public static ClassLoader current() {
        ClassLoader context = Thread.currentThread().getContextClassLoader();
        return context != null && loadsSameJCache(context) ? context : DefaultClassLoader.class.getClassLoader();
    }

    private static boolean loadsSameJCache(ClassLoader loader) {
        try {
            return Class.forName(CacheManager.class.getName(), false, loader) == CacheManager.class;
        } catch (ClassNotFoundException | LinkageError foreign) {
            return false;
        }
    }
}
