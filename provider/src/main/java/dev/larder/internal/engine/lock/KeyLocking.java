package dev.larder.internal.engine.lock;

import dev.larder.internal.engine.operation.Operation;
import dev.larder.internal.event.Listeners;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Determines which operations enter a key lock of {@link OperationLocks}: those that call user code, and those whose
 * events must keep their order.
 */
public final class KeyLocking<K, V> {
    private final String cache;
    private final boolean readsThrough;
    private final boolean writesThrough;
    private final Listeners<K, V> listeners;
    private final OperationLocks locks;

    public KeyLocking(String cache, boolean readsThrough, boolean writesThrough, Listeners<K, V> listeners) {
        this.cache = cache;
        this.readsThrough = readsThrough;
        this.writesThrough = writesThrough;
        this.listeners = listeners;
        this.locks = new OperationLocks(cache);
    }

    /** Whether operations of this kind enter a key lock. */
    public boolean needsLock(Operation<K, V, ?> operation) {
        return switch (operation.kind()) {
            case READ -> readsThrough;
            case PROCESS -> true;
            case UPDATE, CREATE, PUT, SWAP, REMOVE, REMOVE_EXPECTED -> writesThrough || !listeners.isEmpty();
        };
    }

    /**
     * Runs an action under the lock of a key, after the threads that hold or await it. If that takes too long, it runs
     * without the lock.
     *
     * @param wait false if this thread has already waited for others
     */
    public <T> T run(K key, Operation<K, V, ?> operation, boolean wait, Supplier<T> action) {
        return locks.run(key, isRead(operation), wait, action);
    }

    /** Enters the locks of a bulk call, if it needs any. */
    public LockedKeys enterAll(Set<K> keys, Operation<K, V, ?> operation) {
        if (!needsLock(operation)) {
            return locks.enterNone();
        }
        boolean reads = isRead(operation);
        LockedKeys lockedKeys = locks.enterAll(keys, reads);
        if (!reads) {
            lockedKeys.setBusy();
        }
        return lockedKeys;
    }

    /**
     * Rejects a write from within a processor or writer that is at work on the same key, because it could not end.
     *
     * @throws IllegalStateException naming the key
     */
    public void rejectOwnKey(K key, Operation<K, V, ?> operation) {
        OperationLock lock = isRead(operation) ? null : locks.find(key);
        if (lock != null && lock.isBusyInCurrentThread()) {
            throw new IllegalStateException("cache '" + cache + "': an entry processor or writer that runs for key '"
                    + key + "' wrote to that key through the cache; let it use the entry that it received");
        }
    }

    private static boolean isRead(Operation<?, ?, ?> operation) {
        return operation.kind() == Operation.Kind.READ;
    }
}
