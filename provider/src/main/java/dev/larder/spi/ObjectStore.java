package dev.larder.spi;

/**
 * A store that holds objects of this JVM under keys compared by {@code equals}. It never copies: by
 * value, the core hands in copies and hands out copies.
 */
public non-sealed interface ObjectStore extends Store<Object, ObjectEntry> {}
