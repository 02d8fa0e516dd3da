package dev.larder.internal.engine.lock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.larder.internal.lock.HeldLocks;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
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

    private boolean enterAndLeave(Object key) {
        OperationLock lock = locks.enter(key, false);
        if (lock != null) {
            locks.leave(lock, false);
        }
        return lock != null;
    }

    @Test
    void enter_twoThreadsInOppositeOrders_neitherWaits() throws Exception {
        CyclicBarrier bothHoldOne = new CyclicBarrier(2);
        FutureTask<Boolean> one = start(() -> nest("a", "b", bothHoldOne));
        FutureTask<Boolean> two = start(() -> nest("b", "a", bothHoldOne));
        assertThat(one.get(30, TimeUnit.SECONDS)).isFalse();
        assertThat(two.get(30, TimeUnit.SECONDS)).isFalse();
        assertThat(locks.isEmpty()).isTrue();
    }

    private boolean nest(String first, String second, CyclicBarrier bothHoldOne) throws Exception {
        OperationLock outer = locks.enter(first, false);
        bothHoldOne.await(30, TimeUnit.SECONDS);
        OperationLock inner = locks.enter(second, false);
        bothHoldOne.await(30, TimeUnit.SECONDS);
        if (inner != null) {
            locks.leave(inner, false);
        }
        locks.leave(outer, false);
        return inner != null;
    }

    @Test
    void enter_otherKeysAreAtWork_isHeldAtOnce() throws Exception {
        ExecutorService pool = Executors.newSingleThreadExecutor();
        OperationLock mine = locks.enter(0, false);
        for (int key = 1; key <= 5_000; key++) {
            int other = key;
            OperationLock lock = pool.submit(() -> locks.tryEnter(other, false)).get(30, TimeUnit.SECONDS);
            assertThat(lock).isNotNull();
        }
        pool.shutdownNow();
        locks.leave(mine, false);
    }

    @Test
    void enter_holderWaitsForThisThread_goesOnWithoutAndTakesThePlace() throws Exception {
        OperationLock stuck = locks.enter("k", false);
        // Who waits in vain takes the place, so that those who come later queue up again.
        assertThat(elsewhere(() -> {
                    OperationLock taken = locks.enter("k", false);
                    boolean isPlace = taken != null && taken != stuck && locks.find("k") == taken;
                    locks.leave(taken, false);
                    return isPlace;
                }))
                .isTrue();
        locks.leave(stuck, false);
        assertThat(locks.isEmpty()).isTrue();
    }

    @Test
    void enter_interrupted_goesOnWithoutAndLeavesThePlace() throws Exception {
        OperationLock mine = locks.enter("k", false);
        assertThat(elsewhere(() -> {
                    Thread.currentThread().interrupt();
                    return locks.enter("k", false) == null
                            && Thread.currentThread().isInterrupted();
                }))
                .isTrue();
        assertThat(locks.find("k")).isSameAs(mine);
        locks.leave(mine, false);
    }

    @Test
    void enter_heldByThisThread_isOneMoreTurnWithin() throws Exception {
        OperationLock outer = locks.enter("k", true);
        OperationLock inner = locks.enter("k", false);
        assertThat(inner).isSameAs(outer);
        locks.leave(inner, true);
        assertThat(elsewhere(() -> locks.tryEnter("k", false))).isNull();
        locks.leave(outer, false);
        assertThat(elsewhere(() -> enterAndLeave("k"))).isTrue();
    }

    @Test
    void isBusyHere_otherThreads_doNotSeeThemselvesAtWork() throws Exception {
        OperationLock lock = locks.enter("k", false);
        lock.setBusy(true);
        assertThat(lock.isBusyInCurrentThread()).isTrue();
        assertThat(elsewhere(lock::isBusyInCurrentThread)).isFalse();
        locks.leave(lock, true);
    }

    @Test
    void enterAll_oneKeyThrows_leavesTheOthersFree() throws Exception {
        OperationLock unequal = elsewhere(() -> locks.enter(new Unequal(), false));
        assertThatThrownBy(() -> locks.enterAll(List.of(1, 2, 3), false)).isInstanceOf(StackOverflowError.class);
        assertThat(elsewhere(() -> enterAndLeave(1) && enterAndLeave(2))).isTrue();
        assertThat(HeldLocks.mayAwaitLock()).isTrue();
        assertThat(unequal).isNotNull();
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
    void enter_stackOverflowsAtAnyDepth_leavesNothing() throws Exception {
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
        OperationLock lock = locks.enter(depth[0], false);
        try {
            return depth[0] < Integer.MAX_VALUE ? descend(depth) + 1 : 0;
        } finally {
            if (lock != null) {
                locks.leave(lock, false);
            }
        }
    }
}
