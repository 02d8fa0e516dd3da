/**
 * Who waits for whom within one JVM, by key: locks that are waited for a limited time only. They know nothing of caches;
 * begin with {@link dev.larder.internal.lock.KeyLock}.
 */
@NullMarked
package dev.larder.internal.lock;

import org.jspecify.annotations.NullMarked;
