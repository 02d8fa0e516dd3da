package dev.larder.spi;

import org.jspecify.annotations.Nullable;

/** One of several exchanges that are sent together; see {@link Store#exchange}. */
public record Exchange<K, E extends Stored>(
        K key, @Nullable E expected, @Nullable E next) {}
