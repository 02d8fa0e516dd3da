/**
 * Provides locks by key within one JVM. Every wait for such a lock is limited. They know nothing of caches. Begin with
 * {@link dev.larder.internal.lock.KeyLock}.
 */
@NullMarked
package dev.larder.internal.lock;

import org.jspecify.annotations.NullMarked;
