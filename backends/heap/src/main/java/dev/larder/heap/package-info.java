/** The heap backend: keeps entries as objects on the heap of this JVM, bounded and evicted by Caffeine. */
@NullMarked
package dev.larder.heap;

import org.jspecify.annotations.NullMarked;
