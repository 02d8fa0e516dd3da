/** Delivers events to listeners, in order for each key. Begin with {@link dev.larder.internal.event.Listeners}. */
@NullMarked
package dev.larder.internal.event;

import org.jspecify.annotations.NullMarked;
