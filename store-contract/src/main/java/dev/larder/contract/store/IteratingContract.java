package dev.larder.contract.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.larder.contract.ParallelThreads;
import dev.larder.contract.StoreCase;
import dev.larder.spi.Stored;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** Tests the iteration over a cache, also while other threads write. */
public abstract class IteratingContract extends StoreCase {
    private static final int STAYING = 500;
    private static final int PASSING = 200;
    private static final int ROUNDS = 10;

    @Test
    void iterator_nothingThere_givesNothing() {
        assertThat(store.iterator().hasNext()).isFalse();
    }

    @Test
    void iterator_entriesThere_givesEachOnceWithItsKey() {
        created("a", "1");
        created("b", "2");
        assertThat(contents()).containsOnly(Map.entry(key("a"), "1"), Map.entry(key("b"), "2"));
    }

    @Test
    void iterator_atItsEnd_saysSo() {
        created("a", "1");
        Iterator<Map.Entry<Object, Stored>> entries = store.iterator();
        assertThat(entries.hasNext()).isTrue();
        assertThat(entries.hasNext()).as("asked again").isTrue();
        entries.next();
        assertThat(entries.hasNext()).isFalse();
        assertThatThrownBy(entries::next).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void iterator_entryExpiredInFuture_isGiven() {
        created(store, "a", entry("1", System.currentTimeMillis() + 3_600_000));
        assertThat(contents()).hasSize(1);
    }

    @Test
    void iterator_entriesRemovedMeanwhile_goesOn() {
        for (int i = 0; i < PASSING; i++) {
            created("k" + i, "v");
        }
        Iterator<Map.Entry<Object, Stored>> entries = store.iterator();
        int given = 0;
        while (entries.hasNext()) {
            Map.Entry<Object, Stored> each = entries.next();
            store.exchange(each.getKey(), each.getValue(), null);
            given++;
        }
        assertThat(given).isEqualTo(PASSING);
        assertThat(contents()).isEmpty();
    }

    @Test
    void iterator_othersWriteMeanwhile_givesEachEntryThatStaysOnce() {
        for (int i = 0; i < STAYING; i++) {
            created("stays" + i, "v" + i);
        }
        AtomicBoolean done = new AtomicBoolean();
        ParallelThreads.run(
                2,
                thread -> {
                    while (!done.get()) {
                        comeAndGo();
                    }
                },
                () -> {
                    try {
                        checkThoseThatStay();
                    } finally {
                        done.set(true);
                    }
                });
    }

    /** Creates and removes passing entries, and rewrites some of those that stay. */
    private void comeAndGo() {
        int number = ThreadLocalRandom.current().nextInt(PASSING);
        Object passing = key("passes" + number);
        Stored there = store.read(passing);
        store.exchange(passing, there, there == null ? entry("v") : null);
        Object staying = key("stays" + number);
        store.exchange(staying, present(store.read(staying)), entry("v" + number));
    }

    private void checkThoseThatStay() {
        for (int round = 0; round < ROUNDS; round++) {
            int[] times = new int[STAYING];
            store.iterator().forEachRemaining(each -> {
                String text = Objects.requireNonNull(text(each.getValue()));
                if (!"v".equals(text)) {
                    assertThat(each.getKey()).isEqualTo(key("stays" + text.substring(1)));
                    times[Integer.parseInt(text.substring(1))]++;
                }
            });
            assertThat(times).as("how often each was given in round %s", round).containsOnly(1);
        }
    }
}
