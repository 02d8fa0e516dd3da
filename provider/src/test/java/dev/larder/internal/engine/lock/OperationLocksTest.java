package dev.larder.internal.engine.lock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.larder.internal.lock.HeldLocks;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class OperationLocksTest {
    private final OperationLocks locks = new OperationLocks("books");

    private static <T> FutureTask<T> start(Callable<T> call) {
        FutureTask<T> task = new FutureTask<>(call);
        Thread thread = new Thread(task);
        thread.setDaemon(true);
        thread.start();
        return task;
    }

    private static <T> T elsewhere(Callable<T> call) throws Exception {
        return start(call).get(30, TimeUnit.SECONDS);
    }

    private boolean holds(Object key) {
        OperationLock lock = locks.find(key);
        return lock != null && lock.isHeldByCurrentThread();
    }

    private boolean runs(Object key) {
        return locks.run(key, false, true, () -> holds(key));
    }

    private boolean runsWithoutWaiting(Object key) {
        return locks.run(key, false, false, () -> holds(key));
    }

    /** Calls in another thread, from an action under a lock. */
    private static <T> T elsewhereUnchecked(Callable<T> call) {
        try {
            return elsewhere(call);
        } catch (Exception failure) {
            throw new AssertionError(failure);
        }
    }

    @Test
    void run_twoThreadsInOppositeOrders_neitherWaits() throws Exception {
        CyclicBarrier bothHoldOne = new CyclicBarrier(2);
        FutureTask<Boolean> one = start(() -> nest("a", "b", bothHoldOne));
        FutureTask<Boolean> two = start(() -> nest("b", "a", bothHoldOne));
        assertThat(one.get(30, TimeUnit.SECONDS)).isFalse();
        assertThat(two.get(30, TimeUnit.SECONDS)).isFalse();
        assertThat(locks.isEmpty()).isTrue();
    }

    private boolean nest(String first, String second, CyclicBarrier bothHoldOne) {
        return locks.run(first, false, true, () -> {
            await(bothHoldOne);
            return locks.run(second, false, true, () -> {
                await(bothHoldOne);
                return holds(second);
            });
        });
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await(30, TimeUnit.SECONDS);
        } catch (Exception failure) {
            throw new AssertionError(failure);
        }
    }

    @Test
    void run_otherKeysAreAtWork_isHeldAtOnce() {
        locks.run(0, false, true, () -> nestedKeys(1));
        assertThat(locks.isEmpty()).isTrue();
    }

    // Each key is held by a thread of its own while the next one starts.
    private boolean nestedKeys(int key) {
        boolean held = elsewhereUnchecked(
                () -> locks.run(key, false, false, () -> holds(key) && (key == 200 || nestedKeys(key + 1))));
        assertThat(held).isTrue();
        return held;
    }

    @Test
    void run_holderWaitsForThisThread_goesOnWithoutAndReplacesTheLock() {
        locks.run("k", false, true, () -> {
            OperationLock stalled = locks.find("k");
            // The thread that waited too long replaces the lock, so that later threads wait for it.
            assertThat(elsewhereUnchecked(
                            () -> locks.run("k", false, true, () -> holds("k") && locks.find("k") != stalled)))
                    .isTrue();
            return true;
        });
        assertThat(locks.isEmpty()).isTrue();
    }

    @Test
    void run_interrupted_goesOnWithoutAndLeavesTheLock() {
        locks.run("k", false, true, () -> {
            OperationLock mine = locks.find("k");
            assertThat(elsewhereUnchecked(() -> {
                        Thread.currentThread().interrupt();
                        return !runs("k") && Thread.currentThread().isInterrupted();
                    }))
                    .isTrue();
            assertThat(locks.find("k")).isSameAs(mine);
            return true;
        });
    }

    @Test
    void run_heldByThisThread_isNestedAndLeavesTheOuterLockHeld() {
        locks.run("k", true, true, () -> {
            OperationLock outer = locks.find("k");
            assertThat(outer).isNotNull();
            locks.run("k", false, true, () -> {
                assertThat(locks.find("k")).isSameAs(outer);
                assertThat(outer.isBusyInCurrentThread()).isTrue();
                return true;
            });
            assertThat(outer.isBusyInCurrentThread()).isFalse();
            assertThat(elsewhereUnchecked(() -> runsWithoutWaiting("k"))).isFalse();
            return true;
        });
        assertThat(elsewhereUnchecked(() -> runsWithoutWaiting("k"))).isTrue();
    }

    @Test
    void isBusyInCurrentThread_otherThread_isFalse() {
        locks.run("k", false, true, () -> {
            OperationLock lock = locks.find("k");
            assertThat(lock).isNotNull();
            assertThat(lock.isBusyInCurrentThread()).isTrue();
            assertThat(elsewhereUnchecked(lock::isBusyInCurrentThread)).isFalse();
            return true;
        });
    }

    @Test
    void enterAll_oneKeyThrows_leavesTheOthersFree() {
        locks.run(new Unequal(), false, true, () -> {
            assertThatThrownBy(() -> elsewhereUnchecked(() -> locks.enterAll(List.of(1, 2, 3), false)))
                    .hasRootCauseInstanceOf(StackOverflowError.class);
            assertThat(elsewhereUnchecked(() -> runs(1) && runs(2))).isTrue();
            return true;
        });
        assertThat(HeldLocks.mayAwaitLock()).isTrue();
    }

    /** A key whose comparison with any other fails. */
    private static final class Unequal {
        @Override
        public int hashCode() {
            return 3;
        }

        @Override
        public boolean equals(Object other) {
            throw new StackOverflowError();
        }
    }

    /** An error at any depth: whatever was entered is left, and this thread may wait again. */
    @Test
    void run_stackOverflowsAtAnyDepth_leavesNothing() throws Exception {
        for (int i = 0; i < 20; i++) {
            elsewhere(() -> {
                overflow(new int[1]);
                assertThat(HeldLocks.mayAwaitLock()).isTrue();
                return null;
            });
            assertThat(locks.isEmpty()).isTrue();
        }
    }

    private void overflow(int[] depth) {
        try {
            descend(depth);
        } catch (StackOverflowError expected) {
            assertThat(depth[0]).isPositive();
        }
    }

    private int descend(int[] depth) {
        depth[0]++;
        return locks.run(depth[0], false, true, () -> depth[0] < Integer.MAX_VALUE ? descend(depth) + 1 : 0);
    }
}
