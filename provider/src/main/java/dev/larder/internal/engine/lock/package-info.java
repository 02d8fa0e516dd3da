/**
 * Which operations on one key wait for each other within this JVM? {@link
 * dev.larder.internal.engine.lock.KeyLocking} knows. A key lock spares user code a second call; the store's
 * exchange is what makes an operation atomic.
 */
@NullMarked
package dev.larder.internal.engine.lock;

import org.jspecify.annotations.NullMarked;
