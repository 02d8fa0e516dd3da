/**
 * The interfaces that a backend implements: a few methods over immutable entries. Nothing here depends on JCache; the
 * core implements all of JSR-107. Begin with {@link dev.larder.spi.Store} and {@link dev.larder.spi.StoreProvider}.
 */
@NullMarked
package dev.larder.spi;

import org.jspecify.annotations.NullMarked;
