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
            add(happenings, news, EventType.EXPIRED);
        }
        EventType event = news.event();
        if (event != null) {
            add(happenings, news, event);
        }
        return happenings;
    }

    private void add(List<Happening<K, V>> happenings, News<K> news, EventType event) {
        boolean gone = event == EventType.REMOVED || event == EventType.EXPIRED;
        V old = event == EventType.CREATED ? null : readable(news.found());
        V value = gone ? old : readable(news.next());
        if (value != null) {
            happenings.add(new Happening<>(event, news.key(), value, old));
        }
    }

    private @Nullable V readable(@Nullable Stored entry) {
        return entry == null || !shelf.isReadable(entry) ? null : shelf.value(entry);
    }
}
