/**
 * How does a thread wait for a lock, and what if the lock never comes free? {@link dev.larder.mapdb.lock.LockWaitLimit}
 * ends the wait after a time limit. It throws {@link dev.larder.mapdb.lock.RejectedWriteException}, as every refusal
 * does that leaves the database unchanged.
 */
@NullMarked
package dev.larder.mapdb.lock;

import org.jspecify.annotations.NullMarked;
