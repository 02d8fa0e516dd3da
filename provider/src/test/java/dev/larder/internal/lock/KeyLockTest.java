package dev.larder.internal.lock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class KeyLockTest {
    private static final WaitLimit SHORT = waitLimit(Duration.ofMillis(50));
    private static final WaitLimit LONG = waitLimit(Duration.ofSeconds(30));

    private final KeyTable<KeyLock> table = new KeyTable<>();

    private static WaitLimit waitLimit(Duration time) {
        return new WaitLimit(time.toNanos(), 10 * time.toNanos());
    }

    private KeyLock enter(Object key) {
        KeyLock lock = new KeyLock(key, Thread.currentThread());
        assertThat(table.putIfAbsent(lock)).isNull();
        return lock;
    }

    private static <T> FutureTask<T> start(java.util.concurrent.Callable<T> call) {
        FutureTask<T> task = new FutureTask<>(call);
        Thread thread = new Thread(task);
        thread.setDaemon(true);
        thread.start();
        return task;
    }

    @Test
    void release_noWaitingThread_leavesNothingInTheTable() {
        KeyLock lock = enter("k");
        assertThat(table.find("k")).isSameAs(lock);
        assertThat(lock.release(table)).isTrue();
        assertThat(table.isEmpty()).isTrue();
        assertThat(lock.isRetired()).isTrue();
        assertThat(lock.tryAcquire()).isFalse();
    }

    @Test
    void release_ofOneOfManyInABucket_leavesTheOthers() {
        List<KeyLock> locks = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            locks.add(enter(new Alike(i)));
        }
        locks.remove(7).release(table);
        assertThat(table.find(new Alike(7))).isNull();
        assertThat(locks).allMatch(lock -> table.find(lock.key()) == lock);
        locks.forEach(lock -> lock.release(table));
        assertThat(table.isEmpty()).isTrue();
    }

    @Test
    void release_hashOfTheKeyHasChanged_leavesNothingInTheTable() {
        List<Integer> key = new ArrayList<>(List.of(1));
        KeyLock lock = enter(key);
        key.add(2);
        lock.release(table);
        assertThat(table.isEmpty()).isTrue();
    }

    @Test
    void acquire_holderLeaves_isHeldNext() throws Exception {
        KeyLock lock = enter("k");
        FutureTask<Boolean> other = start(() -> {
            boolean held = lock.acquire(LONG);
            return held && lock.release(table);
        });
        awaitParked(lock, 1);
        assertThat(lock.release(table)).isTrue();
        assertThat(other.get(30, TimeUnit.SECONDS)).isTrue();
        assertThat(table.isEmpty()).isTrue();
    }

    @Test
    void acquire_holderStays_givesUpAndLeavesNothing() throws Exception {
        KeyLock lock = enter("k");
        assertThat(start(() -> lock.acquire(SHORT)).get(30, TimeUnit.SECONDS)).isFalse();
        lock.release(table);
        assertThat(table.isEmpty()).isTrue();
    }

    @Test
    void acquire_interrupted_givesUpAtOnceAndKeepsTheFlag() throws Exception {
        KeyLock lock = enter("k");
        FutureTask<Boolean> kept = start(() -> {
            Thread.currentThread().interrupt();
            return !lock.acquire(LONG) && Thread.currentThread().isInterrupted();
        });
        assertThat(kept.get(20, TimeUnit.SECONDS)).isTrue();
    }

    /** The queue gets on: each holder stays for less than the patience, and all of them together for more. */
    @Test
    void acquire_holdersComeAndGo_waitsOn() throws Exception {
        WaitLimit waitLimit = waitLimit(Duration.ofSeconds(5));
        KeyLock lock = enter("k");
        List<FutureTask<Boolean>> others = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            others.add(start(() -> {
                boolean held = lock.acquire(waitLimit);
                TimeUnit.MILLISECONDS.sleep(1_000);
                return held && lock.release(table);
            }));
        }
        awaitParked(lock, 6);
        lock.release(table);
        for (FutureTask<Boolean> other : others) {
            assertThat(other.get(30, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(table.isEmpty()).isTrue();
    }

    @Test
    void acquire_manyThreadsThatOftenGiveUp_excludeEachOtherAndLeaveNothing() throws Exception {
        int[] count = new int[1];
        List<FutureTask<Integer>> threads = new ArrayList<>();
        CountDownLatch begin = new CountDownLatch(1);
        for (int i = 0; i < 8; i++) {
            threads.add(start(() -> {
                begin.await();
                int held = 0;
                for (int round = 0; round < 5_000; round++) {
                    held += increment(count, new WaitLimit(round % 100 * 100L, Long.MAX_VALUE / 4)) ? 1 : 0;
                }
                return held;
            }));
        }
        begin.countDown();
        int held = 0;
        for (FutureTask<Integer> thread : threads) {
            held += thread.get(50, TimeUnit.SECONDS);
        }
        assertThat(count[0]).isEqualTo(held).isPositive();
        assertThat(table.isEmpty()).isTrue();
    }

    private boolean increment(int[] count, WaitLimit waitLimit) {
        KeyLock mine = new KeyLock("k", Thread.currentThread());
        KeyLock lock = table.putIfAbsent(mine);
        while (lock != null && !lock.acquire(waitLimit)) {
            if (!lock.isRetired()) {
                return false;
            }
            lock = table.putIfAbsent(mine);
        }
        KeyLock held = lock == null ? mine : lock;
        count[0]++;
        held.release(table);
        return true;
    }

    private static void awaitParked(KeyLock lock, int count) {
        while (Thread.getAllStackTraces().keySet().stream()
                        .filter(thread -> java.util.concurrent.locks.LockSupport.getBlocker(thread) == lock)
                        .count()
                < count) {
            Thread.onSpinWait();
        }
    }

    /** Keys that share a hash code. */
    private record Alike(int number) {
        @Override
        public int hashCode() {
            return 1;
        }
    }
}
