package dev.larder.internal.manager;

import javax.cache.CacheManager;

/** The class loader for whoever names none. */
public final class DefaultClassLoader {
    private DefaultClassLoader() {}

    /** The thread's, if it sees the standard's classes as Larder does; else Larder's own. */
    public static ClassLoader current() {
        ClassLoader context = Thread.currentThread().getContextClassLoader();
        return context != null && seesTheSame(context) ? context : DefaultClassLoader.class.getClassLoader();
    }

    private static boolean seesTheSame(ClassLoader loader) {
        try {
            return Class.forName(CacheManager.class.getName(), false, loader) == CacheManager.class;
        } catch (ClassNotFoundException | LinkageError foreign) {
            return false;
        }
    }
}
