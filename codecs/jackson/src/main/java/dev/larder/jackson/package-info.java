/** Values as JSON, by Jackson. */
@NullMarked
package dev.larder.jackson;

import org.jspecify.annotations.NullMarked;
