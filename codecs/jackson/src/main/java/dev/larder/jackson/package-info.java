/** Stores values as JSON, by Jackson. Begin with {@link dev.larder.jackson.JacksonSerializer}. */
@NullMarked
package dev.larder.jackson;

import org.jspecify.annotations.NullMarked;
