/**
 * What a backend implements: a handful of raw verbs over immutable entries. Nothing here knows of
 * JCache; everything that JSR-107 says stands in the core.
 */
@NullMarked
package dev.larder.spi;

import org.jspecify.annotations.NullMarked;
