package dev.larder.internal.engine.store;

import dev.larder.internal.codec.Marshaller;
import dev.larder.internal.engine.operation.Transition;
import dev.larder.spi.Ability;
import dev.larder.spi.ByteEntry;
import dev.larder.spi.ByteKey;
import dev.larder.spi.ByteStore;
import dev.larder.spi.Exchange;
import dev.larder.spi.NotifyingStore;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Exchanges in a store that publishes a change event to other JVMs in the same step. */
final class ChangePublisher<K, V> {
    private final NotifyingStore store;
    private final CallGuard callGuard;
    private final ChangeEventCodec<K> changeEventCodec;

    private ChangePublisher(NotifyingStore store, CallGuard callGuard, ChangeEventCodec<K> changeEventCodec) {
        this.store = store;
        this.callGuard = callGuard;
        this.changeEventCodec = changeEventCodec;
    }

    /** The publisher for a store, null if the store does not publish change events. */
    static <K, V> @Nullable ChangePublisher<K, V> of(ByteStore store, CallGuard callGuard, Marshaller marshaller) {
        return store instanceof NotifyingStore telling && store.abilities().contains(Ability.CHANGE_EVENTS)
                ? new ChangePublisher<>(telling, callGuard, new ChangeEventCodec<>(marshaller))
                : null;
    }

    private NotifyingStore store() {
        callGuard.check();
        return store;
    }

    @Nullable
    ByteEntry exchange(ByteKey at, Transition<K, V, ?> transition) {
        byte[] notice = changeEventCodec.encode(ChangeEvent.of(transition), at);
        return store().exchange(
                        at, RecordMapper.bytes(transition.found()), RecordMapper.bytes(transition.next()), notice);
    }

    /**
     * {@link #exchange} for each transition.
     *
     * @param exchanges the exchanges of the transitions, in the same order
     */
    List<@Nullable ByteEntry> exchangeAll(
            List<Exchange<ByteKey, ByteEntry>> exchanges, List<Transition<K, V, ?>> turns) {
        List<byte[]> told = new ArrayList<>(turns.size());
        for (int i = 0; i < turns.size(); i++) {
            told.add(changeEventCodec.encode(
                    ChangeEvent.of(turns.get(i)), exchanges.get(i).key()));
        }
        return store().exchangeAll(exchanges, told);
    }

    void listen(Consumer<Supplier<ChangeEvent<K>>> ear) {
        store.listen(notice -> ear.accept(() -> changeEventCodec.decode(notice)));
    }
}
