package dev.larder.contract.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.larder.contract.ParallelThreads;
import dev.larder.contract.StoreCase;
import dev.larder.spi.Ability;
import dev.larder.spi.Exchange;
import dev.larder.spi.Stored;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Tests that each operation is atomic when many threads work on few keys. */
@Timeout(180)
public abstract class RacesContract extends StoreCase {
    private static final int THREADS = 8;
    private static final int TIMES = 1_000;
    private static final int KEYS = 3;

    @Test
    void exchange_countersOfManyThreads_loseNothing() {
        ParallelThreads.run(THREADS, thread -> {
            for (int i = 0; i < TIMES; i++) {
                increment("counter" + i % KEYS);
            }
        });
        assertThat(sumOfCounters()).isEqualTo(THREADS * TIMES);
    }

    @Test
    void exchange_creatorsOfOneKey_electOne() {
        for (int round = 0; round < 100; round++) {
            Object key = key("elected" + round);
            AtomicInteger elected = new AtomicInteger();
            ParallelThreads.run(THREADS, thread -> {
                if (store.exchange(key, null, entry("by " + thread)) == null) {
                    elected.incrementAndGet();
                }
            });
            assertThat(elected).as("creators in round %s", round).hasValue(1);
        }
    }

    @Test
    void exchange_removersOfOneEntry_electOne() {
        for (int round = 0; round < 100; round++) {
            Stored there = created("a", "1");
            AtomicInteger elected = new AtomicInteger();
            ParallelThreads.run(THREADS, thread -> {
                if (store.exchange(key("a"), there, null) == there) {
                    elected.incrementAndGet();
                }
            });
            assertThat(elected).as("removers in round %s", round).hasValue(1);
        }
    }

    /** Each value that was swapped in is returned once, or is present at the end. */
    @Test
    void swap_tokensOfManyThreads_areConserved() {
        assumeTrue(hasAbility(Ability.SWAP));
        AtomicLong in = new AtomicLong();
        AtomicLong out = new AtomicLong();
        ParallelThreads.run(THREADS, thread -> {
            for (int i = 0; i < TIMES; i++) {
                long token = 1L + thread * TIMES + i;
                boolean take = i % 4 == 0;
                in.addAndGet(take ? 0 : token);
                out.addAndGet(number(store.swap(key("k" + i % KEYS), take ? null : entry(Long.toString(token)))));
            }
        });
        long left = contents().values().stream().mapToLong(Long::parseLong).sum();
        assertThat(out.get() + left).isEqualTo(in.get());
    }

    @Test
    void exchangeAll_countersOfManyThreads_loseNothing() {
        ParallelThreads.run(THREADS, thread -> {
            for (int i = 0; i < TIMES / 10; i++) {
                incrementAll(IntStream.range(0, KEYS)
                        .mapToObj(n -> key("counter" + n))
                        .toList());
            }
        });
        assertThat(sumOfCounters()).isEqualTo(THREADS * TIMES / 10 * KEYS);
    }

    private void increment(String counter) {
        Object key = key(counter);
        Stored expected = store.read(key);
        while (true) {
            Stored witness = store.exchange(key, expected, entry(Long.toString(number(expected) + 1)));
            if (witness == expected) {
                return;
            }
            expected = witness;
        }
    }

    /** Increments each counter once. Lost exchanges are repeated with their witness. */
    private void incrementAll(List<Object> keys) {
        List<Object> left = keys;
        List<@Nullable Stored> expected = store.readAll(left);
        while (!left.isEmpty()) {
            List<Exchange<Object, Stored>> exchanges = new ArrayList<>();
            for (int i = 0; i < left.size(); i++) {
                Stored old = expected.get(i);
                exchanges.add(new Exchange<>(left.get(i), old, entry(Long.toString(number(old) + 1))));
            }
            List<@Nullable Stored> witnesses = store.exchangeAll(exchanges);
            List<Object> lost = new ArrayList<>();
            List<@Nullable Stored> found = new ArrayList<>();
            for (int i = 0; i < witnesses.size(); i++) {
                if (witnesses.get(i) != expected.get(i)) {
                    lost.add(left.get(i));
                    found.add(witnesses.get(i));
                }
            }
            left = lost;
            expected = found;
        }
    }

    private long sumOfCounters() {
        return contents().values().stream().mapToLong(Long::parseLong).sum();
    }

    private long number(@Nullable Stored entry) {
        String text = text(entry);
        return text == null ? 0 : Long.parseLong(text);
    }
}
