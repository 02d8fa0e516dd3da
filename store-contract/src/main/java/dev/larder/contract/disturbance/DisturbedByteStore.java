package dev.larder.contract.disturbance;

import dev.larder.spi.Ability;
import dev.larder.spi.ByteEntry;
import dev.larder.spi.ByteKey;
import dev.larder.spi.ByteStore;
import dev.larder.spi.ForwardingByteStore;
import dev.larder.spi.ReadOptions;
import dev.larder.spi.Reply;
import dev.larder.spi.Write;
import dev.larder.spi.WriteOptions;
import dev.larder.spi.WriteOptions.Mode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A byte store whose behaviour is changed by a {@link Disturbance}. Exchanges take place one by one. */
final class DisturbedByteStore extends ForwardingByteStore {
    private final ByteStore store;
    private final Disturbance disturbance;

    DisturbedByteStore(ByteStore store, Disturbance disturbance) {
        super(store);
        this.store = store;
        this.disturbance = disturbance;
    }

    @Override
    public Set<Ability> abilities() {
        return disturbance.abilities(store.abilities());
    }

    @Override
    public Reply read(List<ByteKey> keys, ReadOptions options) {
        options.requireAbilities(abilities());
        return store.read(keys, options);
    }

    @Override
    public Reply write(List<Write> writes, WriteOptions options) {
        options.requireAbilities(abilities());
        if (options.mode() != Mode.EXCHANGE) {
            return store.write(writes, options);
        }
        List<@Nullable ByteEntry> witnesses = new ArrayList<>();
        for (Write each : writes) {
            witnesses.add(disturbance.loses(each.expected()) ? lost(each) : exchanged(each, options));
        }
        // The stamps are read last, as a store may do.
        return new Reply(
                witnesses,
                options.tags() == null
                        ? null
                        : store.read(List.of(), ReadOptions.of(options.tags(), null))
                                .stamps());
    }

    private @Nullable ByteEntry exchanged(Write write, WriteOptions options) {
        return store.write(List.of(write), options).entry();
    }

    // A byte store distinguishes versions by bytes, so the caller has to go on with the entry that the store returns.
    private @Nullable ByteEntry lost(Write write) {
        ByteEntry expected = write.expected();
        ByteEntry rewritten =
                expected == null ? null : ByteEntry.of(expected.bytes().clone(), expected.token());
        ByteEntry witness = store.exchange(write.key(), expected, rewritten);
        return witness == expected ? store.read(write.key()) : witness;
    }
}
