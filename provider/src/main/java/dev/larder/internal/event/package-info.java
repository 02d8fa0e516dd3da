/** Listeners and the delivery of what happened. */
@NullMarked
package dev.larder.internal.event;

import org.jspecify.annotations.NullMarked;
