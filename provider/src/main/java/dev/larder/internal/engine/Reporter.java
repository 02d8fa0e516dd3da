package dev.larder.internal.engine;

import dev.larder.internal.event.Happening;
import dev.larder.internal.event.Listeners;
import dev.larder.internal.event.Listeners.Ticket;
import dev.larder.spi.Stored;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javax.cache.event.EventType;
import org.jspecify.annotations.Nullable;

/** Counts a turn that was done, and takes down what listeners are to be told. */
final class Reporter<K, V> {
    private final Shelf<K, V> shelf;
    private final Listeners<K, V> listeners;
    private final Tally tally;

    Reporter(Shelf<K, V> shelf, Listeners<K, V> listeners, Tally tally) {
        this.shelf = shelf;
        this.listeners = listeners;
        this.tally = tally;
    }

    /** Call it while the turn lasts; deliver the ticket when it is over. */
    Ticket report(Turn<K, V, ?> turn) {
        tally.count(turn);
        if (listeners.isEmpty()) {
            return Ticket.NOTHING;
        }
        return tell(News.of(turn));
    }

    /** Takes down what listeners are to be told; counts nothing. */
    Ticket tell(News<K> news) {
        List<Happening<K, V>> happenings = happenings(news);
        return happenings.isEmpty() ? Ticket.NOTHING : listeners.post(news.key(), happenings);
    }

    /** Tells listeners what another JVM did, in the background. */
    void hear(Supplier<News<K>> news) {
        if (!listeners.isEmpty()) {
            listeners.later(() -> tell(news.get()));
        }
    }

    private List<Happening<K, V>> happenings(News<K> news) {
        List<Happening<K, V>> happenings = new ArrayList<>(2);
        if (news.expired()) {
            addGone(happenings, EventType.EXPIRED, news.key(), news.found());
        }
        EventType event = news.event();
        if (event == EventType.REMOVED || event == EventType.EXPIRED) {
            addGone(happenings, event, news.key(), news.found());
        } else if (event != null && listeners.hear(event)) {
            Supplier<V> value = values(news.next());
            Supplier<V> old = event == EventType.CREATED ? null : values(news.found());
            if (value != null) {
                happenings.add(new Happening<>(event, news.key(), value, old));
            }
        }
        if (news.fleeting()) {
            addGone(happenings, EventType.EXPIRED, news.key(), news.next());
        }
        return happenings;
    }

    private void addGone(List<Happening<K, V>> happenings, EventType event, K key, @Nullable Stored gone) {
        Supplier<V> value = listeners.hear(event) ? values(gone) : null;
        if (value != null) {
            happenings.add(new Happening<>(event, key, value, value));
        }
    }

    private @Nullable Supplier<V> values(@Nullable Stored entry) {
        return entry == null || !shelf.isReadable(entry) ? null : shelf.values(entry);
    }
}
