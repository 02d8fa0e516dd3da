package dev.larder.spi;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A byte store that can tell every JVM what one of them changed, in the very step of the change. It is asked to only
 * where it states {@link Ability#NOTIFICATIONS}; then every change of an entry is an exchange that goes
 * through here. To the store a notice is bytes.
 */
public interface NotifyingStore extends ByteStore {

    /**
     * {@link #exchange(ByteKey, ByteEntry, ByteEntry)}; if it takes place the notice goes to all other stores of this
     * cache that listen, to each at most once, and otherwise to none. The notices of one key leave
     * in the order of its exchanges.
     */
    @Nullable
    ByteEntry exchange(ByteKey key, @Nullable ByteEntry expected, @Nullable ByteEntry next, byte[] notice);

    /**
     * {@link #exchangeAll(List)}, likewise.
     *
     * @param notices one for each exchange; an empty one tells nobody
     */
    List<@Nullable ByteEntry> exchangeAll(List<Exchange<ByteKey, ByteEntry>> exchanges, List<byte[]> notices);

    /**
     * Names who is to be given the notices of other stores of this cache from now on, one after the other, in the order
     * in which they arrive, until this store is closed. Called once, before any exchange.
     *
     * @param ear quick, throws nothing, called by a thread of the store's
     */
    void listen(Consumer<byte[]> ear);
}
