package dev.larder.internal.event;

import java.util.List;
import javax.cache.Cache;
import javax.cache.event.CacheEntryListenerException;
import org.jspecify.annotations.Nullable;

/** What one turn has to tell, and how the telling went. Used under its outbox's lock alone. */
final class Parcel<K, V> {
    private final List<Happening<K, V>> happenings;
    private volatile @Nullable Throwable failure;

    Parcel(List<Happening<K, V>> happenings) {
        this.happenings = happenings;
    }

    /** Tells every listener, whatever the others throw. */
    void deliver(Cache<K, V> cache, List<Registration<K, V>> registrations) {
        for (Happening<K, V> happening : happenings) {
            for (Registration<K, V> registration : registrations) {
                try {
                    registration.tell(cache, happening);
                } catch (CacheEntryListenerException | Error thrown) {
                    note(thrown);
                }
            }
        }
    }

    private void note(Throwable thrown) {
        Throwable first = failure;
        if (first == null) {
            failure = thrown;
        } else if (first != thrown) {
            first.addSuppressed(thrown);
        }
    }

    /** What the first listener threw, the others' suppressed in it: to whose turn it was, whoever has delivered. */
    void rethrow() {
        if (failure instanceof Error error) {
            throw error;
        }
        if (failure instanceof CacheEntryListenerException first) {
            throw first;
        }
    }
}
