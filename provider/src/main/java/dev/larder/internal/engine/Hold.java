package dev.larder.internal.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** The stripes that one call has entered, to be left together. */
final class Hold implements AutoCloseable {
    private final List<Stripe> entered = new ArrayList<>();
    private final List<Runnable> restorations = new ArrayList<>();

    void enter(Stripe stripe, boolean wait) {
        if (stripe.enter(wait)) {
            entered.add(stripe);
        }
    }

    /** Notes, on each stripe, the keys that user code is about to be called for. */
    void busyWith(Collection<?> keys) {
        for (Stripe stripe : entered) {
            Collection<?> before = stripe.busyWith(keys);
            restorations.add(() -> stripe.busyWith(before));
        }
    }

    @Override
    public void close() {
        restorations.forEach(Runnable::run);
        entered.forEach(Stripe::leave);
    }
}
