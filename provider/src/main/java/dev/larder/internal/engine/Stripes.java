package dev.larder.internal.engine;

import java.util.Collection;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Serialises, within this JVM, the turns that call user code: a processor, a writer, a loader, or
 * anything whose events listeners must see in order. They are an economy, not the guarantee: what makes
 * a turn atomic is the store's exchange, and a stripe spares the user's code being called again because
 * a neighbour won.
 *
 * <p>That is why they can never deadlock. User code may call the cache again, on keys whose stripes
 * other threads hold, in any order. So a thread that holds a stripe anywhere never waits for another
 * one: if it is not free the nested turn runs without it.
 */
final class Stripes {
    private static final int COUNT = 1 << 8;

    private final AtomicReferenceArray<Stripe> stripes = new AtomicReferenceArray<>(COUNT);

    /** The stripe of a key, created when first needed. */
    Stripe of(Object key) {
        return at(indexOf(key));
    }

    /** The stripe of a key, null if no turn on its keys has needed one yet. */
    @Nullable
    Stripe ifUsed(Object key) {
        return stripes.get(indexOf(key));
    }

    /** Enters the stripes of several keys, always in the same order, so that it may wait for each of them. */
    Hold enterAll(Collection<?> keys) {
        Hold hold = new Hold();
        boolean wait = Stripe.mayWait();
        keys.stream().mapToInt(Stripes::indexOf).distinct().sorted().forEach(index -> hold.enter(at(index), wait));
        return hold;
    }

    private Stripe at(int index) {
        Stripe present = stripes.get(index);
        if (present != null) {
            return present;
        }
        stripes.compareAndSet(index, null, new Stripe());
        return stripes.get(index);
    }

    private static int indexOf(Object key) {
        return (key.hashCode() * 0x9E3779B9) >>> 24;
    }
}
