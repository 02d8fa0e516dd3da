package dev.larder.spi;

/**
 * A store that holds objects of this JVM under keys compared by {@code equals}. It never copies. For caches that store
 * by value, the core passes copies in and hands copies out.
 */
public non-sealed interface ObjectStore extends Store<Object, ObjectEntry> {
    /** Whether this store never keeps anything, so that copies are unnecessary. Constant. */
    default boolean keepsNothing() {
        return false;
    }
}
