/**
 * Determines which operations on one key wait for each other within this JVM. Begin with
 * {@link dev.larder.internal.engine.lock.KeyLocking}. A key lock avoids a second call of user code; the store's
 * exchange makes an operation atomic.
 */
@NullMarked
package dev.larder.internal.engine.lock;

import org.jspecify.annotations.NullMarked;
