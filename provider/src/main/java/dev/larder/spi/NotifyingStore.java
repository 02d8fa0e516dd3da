package dev.larder.spi;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A byte store that can deliver a change event to every JVM, in the same step as the change. The core uses this only
 * where the store has {@link Ability#NOTIFICATIONS}. Every change of an entry is then an exchange of this interface. To
 * the store a change event is opaque bytes.
 */
public interface NotifyingStore extends ByteStore {

    /**
     * {@link #exchange(ByteKey, ByteEntry, ByteEntry)} with a change event. If the exchange succeeds, the event goes to
     * all other listening stores of this cache, to each at most once; otherwise to none. The events of one key are sent
     * in the order of its exchanges.
     */
    @Nullable
    ByteEntry exchange(ByteKey key, @Nullable ByteEntry expected, @Nullable ByteEntry next, byte[] notice);

    /**
     * {@link #exchangeAll(List)} with change events.
     *
     * @param notices one event for each exchange; an empty one is not sent
     */
    List<@Nullable ByteEntry> exchangeAll(List<Exchange<ByteKey, ByteEntry>> exchanges, List<byte[]> notices);

    /**
     * Sets the listener for change events from other stores of this cache, until this store is closed. It gets them one
     * at a time, in the order of arrival. Called once, before any exchange.
     *
     * @param ear quick, throws nothing; called by a thread of the store
     */
    void listen(Consumer<byte[]> ear);
}
