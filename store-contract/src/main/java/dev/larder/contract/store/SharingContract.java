package dev.larder.contract.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.contract.ParallelThreads;
import dev.larder.contract.StoreCase;
import dev.larder.spi.Backend;
import dev.larder.spi.Store;
import dev.larder.spi.Stored;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Tests what two backends of one JVM at the same address share: everything or nothing. A file or a server is shared;
 * memory may be private.
 */
public abstract class SharingContract extends StoreCase {
    private final String cache = "shared " + UUID.randomUUID();
    private Backend otherBackend;
    private Store<Object, Stored> one;
    private Store<Object, Stored> other;

    @BeforeEach
    void openBoth() {
        otherBackend = openBackend();
        one = open(backend(), cache);
        other = open(otherBackend, cache);
    }

    @Test
    void write_throughOne_isSeenThroughTheOtherOrPrivate() {
        created(one, "a", entry("1"));
        boolean shared = other.read(key("a")) != null;
        assertThat(other.iterator().hasNext()).isEqualTo(shared);
        assertThat(other.exchange(key("a"), null, entry("2")) != null).isEqualTo(shared);
        assertThat(text(one.read(key("a")))).isEqualTo("1");
        assertThat(text(other.read(key("a")))).isEqualTo(shared ? "1" : "2");
    }

    @Test
    void exchange_throughOne_makesTheOthersExpectationStale() {
        Stored read = created(one, "a", entry("1"));
        Stored readByOther = other.read(key("a"));
        if (readByOther != null) {
            assertThat(other.exchange(key("a"), readByOther, entry("2"))).isSameAs(readByOther);
            assertThat(text(one.exchange(key("a"), read, entry("3")))).isEqualTo("2");
        }
        assertThat(text(one.read(key("a")))).isEqualTo(readByOther == null ? "1" : "2");
    }

    @Test
    void clear_throughOne_isSeenThroughTheOtherOrPrivate() {
        created(one, "a", entry("1"));
        boolean shared = other.read(key("a")) != null;
        other.clear();
        assertThat(one.read(key("a")) == null).isEqualTo(shared);
    }

    @Test
    void exchange_raceThroughBoth_electsOneOrEach() {
        boolean shared = isShared();
        for (int round = 0; round < 50; round++) {
            Object key = key("elected" + round);
            int[] won = new int[2];
            ParallelThreads.run(2, thread -> {
                Store<Object, Stored> through = thread == 0 ? one : other;
                won[thread] = through.exchange(key, null, entry("by " + thread)) == null ? 1 : 0;
            });
            assertThat(won[0] + won[1]).as("winners in round %s", round).isEqualTo(shared ? 1 : 2);
        }
    }

    @Test
    void close_ofOne_leavesTheOtherWorking() {
        created(other, "a", entry("1"));
        otherStoreOfTheSameBackend().close();
        Backend third = openBackend();
        third.close();
        assertThat(text(other.read(key("a")))).isEqualTo("1");
        created(other, "b", entry("2"));
    }

    private Store<Object, Stored> otherStoreOfTheSameBackend() {
        return open(otherBackend, "yet another cache");
    }

    private boolean isShared() {
        created(one, "probe", entry("1"));
        return other.read(key("probe")) != null;
    }
}
