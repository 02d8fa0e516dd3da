package dev.larder.spi;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A byte store that can notify every JVM of a change, in the same step as the change. The core uses this only where the
 * store has {@link Ability#NOTIFICATIONS}. Every change of an entry is then an exchange of this interface. The store
 * treats a notification as opaque bytes.
 */
public interface NotifyingStore extends ByteStore {

    /**
     * {@link #exchange(ByteKey, ByteEntry, ByteEntry)} with a notification. If the exchange succeeds, the notification
     * goes to all other listening stores of this cache, to each at most once; otherwise to none. The notifications of
     * one key are sent in the order of its exchanges.
     */
    @Nullable
    ByteEntry exchange(ByteKey key, @Nullable ByteEntry expected, @Nullable ByteEntry next, byte[] notice);

    /**
     * {@link #exchangeAll(List)} with notifications.
     *
     * @param notices one for each exchange; an empty one is not sent
     */
    List<@Nullable ByteEntry> exchangeAll(List<Exchange<ByteKey, ByteEntry>> exchanges, List<byte[]> notices);

    /**
     * Sets the listener for notifications from other stores of this cache, until this store is closed. It gets them one
     * at a time, in the order of arrival. Called once, before any exchange.
     *
     * @param ear quick, throws nothing; called by a thread of the store
     */
    void listen(Consumer<byte[]> ear);
}
