package dev.larder.spi;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A store that holds records, in a file or on a server. The core encodes, decodes and checks them.
 *
 * <p>There is one read and one write, each with options. A store states by its {@link #abilities} which options it
 * takes, and the core uses no others. The methods of {@link Store} for entries follow from these two. A decorator
 * extends {@link ForwardingByteStore} and overrides these two.
 */
public non-sealed interface ByteStore extends Store<ByteKey, ByteEntry> {

    /**
     * Reads the entries at {@code keys}, expired or not. On a remote store the number of round trips does not grow with
     * the number of keys.
     *
     * @param keys none, one or several; with none, only the options take effect
     * @return the entries in the order of the keys, and the stamps
     */
    Reply read(List<ByteKey> keys, ReadOptions options);

    /**
     * Changes entries, each atomically by itself. On a remote store the number of round trips grows with the number of
     * writes only by chunks of several hundred.
     *
     * <p>Writes to one key in {@link WriteOptions.Mode#EXCHANGE} take place in their order, in other modes in any order.
     * With {@link WriteOptions#tags} the stamps are read during the call, before or after the rest.
     *
     * @return what the mode says, in the order of the writes, and the stamps
     */
    Reply write(List<Write> writes, WriteOptions options);

    /**
     * Sets the listener for change events from other stores of this cache, until this store is closed. It gets them one
     * at a time, in the order of arrival, each at most once. Called once, before any write, and only with
     * {@link Ability#CHANGE_EVENTS}.
     *
     * @param listener quick, throws nothing; called by a thread of the store
     */
    default void listen(Consumer<byte[]> listener) {
        Ability.CHANGE_EVENTS.require(abilities());
    }

    @Override
    default @Nullable ByteEntry read(ByteKey key) {
        return read(List.of(key), ReadOptions.PLAIN).entry();
    }

    @Override
    default List<@Nullable ByteEntry> readAll(List<ByteKey> keys) {
        return read(keys, ReadOptions.PLAIN).entries();
    }

    @Override
    default @Nullable ByteEntry exchange(ByteKey key, @Nullable ByteEntry expected, @Nullable ByteEntry next) {
        return write(List.of(new Write(key, expected, next)), WriteOptions.EXCHANGE)
                .entry();
    }

    @Override
    default List<@Nullable ByteEntry> exchangeAll(List<Exchange<ByteKey, ByteEntry>> exchanges) {
        List<Write> writes = new ArrayList<>(exchanges.size());
        exchanges.forEach(each -> writes.add(new Write(each.key(), each.expected(), each.next())));
        return write(writes, WriteOptions.EXCHANGE).entries();
    }

    @Override
    default @Nullable ByteEntry swap(ByteKey key, @Nullable ByteEntry next) {
        return write(List.of(new Write(key, next)), WriteOptions.SWAP).entry();
    }

    @Override
    default void put(ByteKey key, ByteEntry next) {
        write(List.of(new Write(key, next)), WriteOptions.PUT);
    }

    @Override
    default void putAll(Map<ByteKey, ByteEntry> entries) {
        List<Write> writes = new ArrayList<>(entries.size());
        entries.forEach((key, next) -> writes.add(new Write(key, next)));
        write(writes, WriteOptions.PUT);
    }

    /** The longest key in bytes that {@link #read} and the other methods take. The core hashes longer keys. */
    int maxKeyBytes();

    /** The largest record in bytes that fits. A larger one is rejected before anything is written. */
    int maxEntryBytes();

    /**
     * Whether this store needs {@link ByteEntry#ROOM} bytes of its own at {@link ByteEntry#ROOM_OFFSET} in each record.
     * Having them saves a copy of the record. Constant.
     */
    default boolean wantsRoom() {
        return false;
    }

    /**
     * Sets a function that the store calls at each write to find out whether expired entries are of interest to a
     * listener. If so, an entry must outlive its expiry until a sweep has found it, some minutes at most. The store
     * must not just drop it. Without this call, no expired entry is of interest.
     *
     * @param wanted quick and thread-safe
     */
    default void keepExpired(BooleanSupplier wanted) {}

    /**
     * Whether there may be entries with a lifetime of their own instead of one from the cache's policy. A put may
     * replace an entry without reading its expiry only if there are none. Called before each put: quick, without a
     * round trip.
     *
     * @return false only if this is certain. Another JVM may have changed it on a shared store since. This store then
     *     learns of that within a bounded time, with the answers to other calls.
     */
    default boolean mayHoldOwnLifetimes() {
        return true;
    }

    /**
     * Announces that entries with a lifetime of their own are about to be written. The announcement holds for all
     * stores of this cache until these entries are gone. Called before each such write, so it must cost nothing once it
     * has been made.
     */
    default void announceOwnLifetimes() {}

    /**
     * Whether other JVMs may use the same entries. Only then does the core keep load locks here. The core does not
     * search for load locks that a JVM left behind, so a shared store must free expired records by itself. Constant.
     */
    default boolean isShared() {
        return false;
    }
}
