package dev.larder.spi;

/**
 * A store that holds objects of this JVM under keys compared by {@code equals}. It never copies: by
 * value, the core hands in copies and hands out copies.
 */
public non-sealed interface ObjectStore extends Store<Object, ObjectEntry> {
    /** Whether nothing that is put here ever stays, so that copies would be made in vain. Constant. */
    default boolean keepsNothing() {
        return false;
    }
}
