package dev.larder.internal.engine;

import dev.larder.internal.StackHeadroom;
import dev.larder.internal.codec.Marshaller;
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

/** The exchanges of a store that tells other JVMs of each in the same step. */
final class Telling<K, V> {
    private final NotifyingStore store;
    private final Notices<K> notices;

    private Telling(NotifyingStore store, Notices<K> notices) {
        this.store = store;
        this.notices = notices;
    }

    /** Null if the store does not tell. */
    static <K, V> @Nullable Telling<K, V> of(ByteStore store, Marshaller marshaller) {
        return store instanceof NotifyingStore telling && store.abilities().contains(Ability.NOTIFICATIONS)
                ? new Telling<>(telling, new Notices<>(marshaller))
                : null;
    }

    // For a call: it is not begun with less stack than it needs.
    private NotifyingStore store() {
        StackHeadroom.require();
        return store;
    }

    @Nullable
    ByteEntry exchange(ByteKey at, Turn<K, V, ?> turn) {
        byte[] notice = notices.written(News.of(turn), at);
        return store().exchange(at, Records.bytes(turn.found()), Records.bytes(turn.next()), notice);
    }

    /**
     * {@link #exchange} for each.
     *
     * @param exchanges what the turns come to, in their order
     */
    List<@Nullable ByteEntry> exchangeAll(List<Exchange<ByteKey, ByteEntry>> exchanges, List<Turn<K, V, ?>> turns) {
        List<byte[]> told = new ArrayList<>(turns.size());
        for (int i = 0; i < turns.size(); i++) {
            told.add(notices.written(News.of(turns.get(i)), exchanges.get(i).key()));
        }
        return store().exchangeAll(exchanges, told);
    }

    void listen(Consumer<Supplier<News<K>>> ear) {
        store.listen(notice -> ear.accept(() -> notices.read(notice)));
    }
}
