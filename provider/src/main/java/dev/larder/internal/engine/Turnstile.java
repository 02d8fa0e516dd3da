package dev.larder.internal.engine;

import dev.larder.internal.StackHeadroom;
import dev.larder.internal.event.Listeners;
import java.util.Set;

/** Which turns queue up by key, in {@link Stripes}: those that call user code, and those whose events must keep their order. */
final class Turnstile<K, V> {
    private final String cache;
    private final boolean readsThrough;
    private final boolean writesThrough;
    private final Listeners<K, V> listeners;
    private final Stripes stripes = new Stripes();

    Turnstile(String cache, boolean readsThrough, boolean writesThrough, Listeners<K, V> listeners) {
        this.cache = cache;
        this.readsThrough = readsThrough;
        this.writesThrough = writesThrough;
        this.listeners = listeners;
    }

    /** Whether turns of this operation queue up. */
    boolean holds(Operation<K, V, ?> operation) {
        return switch (operation.kind()) {
            case READ -> readsThrough;
            case PROCESS -> true;
            case UPDATE, CREATE, PUT, SWAP, REMOVE -> writesThrough || !listeners.isEmpty();
        };
    }

    /** Where the turns of a key queue up. */
    Stripe of(K key) {
        // Else an overflow could keep a lock, or end the initialisation of a class for good.
        StackHeadroom.require();
        return stripes.of(key);
    }

    /** Enters the stripes of a bulk call, if it needs any. */
    Hold enterAll(Set<K> keys, Operation<K, V, ?> operation) {
        if (!holds(operation)) {
            return new Hold();
        }
        StackHeadroom.require();
        Hold hold = stripes.enterAll(keys);
        if (operation.kind() != Operation.Kind.READ) {
            hold.busyWith(keys);
        }
        return hold;
    }

    /**
     * Refuses a write from within a processor or writer that is at work on the same key: it could not end.
     *
     * @throws IllegalStateException naming the key
     */
    void refuseOwnKey(K key, Operation<K, V, ?> operation) {
        Stripe stripe = stripes.ifUsed(key);
        if (stripe != null && operation.kind() != Operation.Kind.READ && stripe.isBusyWith(key)) {
            throw new IllegalStateException("cache '" + cache + "': an entry processor or writer at work on key '" + key
                    + "' wrote to that key through the cache; let it use the entry it was given");
        }
    }
}
