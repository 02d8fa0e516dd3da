package dev.larder.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class StackHeadroomTest {
    private static final long STACK = 600_000;

    /** In bytes. Less than it says: frames shrink when the compiler takes over in the middle of a measurement. */
    private static final double PROMISED = 32_000;

    private int depth;
    private int lastWithRoom;
    private boolean asked;
    private boolean overflowed;

    @Test
    void require_nearTheTop_returns() {
        StackHeadroom.require();
    }

    @Test
    void require_interpreted_leavesThePromisedRoom() throws InterruptedException {
        assertThat(headroom()).isGreaterThan(PROMISED);
    }

    @Test
    void require_compiled_leavesThePromisedRoom() throws InterruptedException {
        for (int i = 0; i < 100_000; i++) {
            StackHeadroom.require();
        }
        for (int i = 0; i < 200; i++) {
            run(() -> descend(false), STACK);
        }
        assertThat(headroom()).isGreaterThan(PROMISED);
    }

    @Test
    void require_withoutRoom_overflows() {
        assertThatThrownBy(this::requireAtTheEnd).isInstanceOf(StackOverflowError.class);

        assertThat(overflowed).isTrue();
    }

    @SuppressWarnings("InfiniteRecursion") // until the stack ends
    private void requireAtTheEnd() {
        try {
            requireAtTheEnd();
        } catch (StackOverflowError end) {
            if (!asked) {
                asked = true;
                overflowed = true;
                StackHeadroom.require();
                overflowed = false;
            }
            throw end;
        }
    }

    /** The bytes between the last frame that still had room and the end of the stack. */
    private double headroom() throws InterruptedException {
        int small = run(() -> descend(true), STACK);
        int room = small - lastWithRoom;
        int large = run(() -> descend(true), 3 * STACK);
        return room * (2.0 * STACK / (large - small));
    }

    private int run(Runnable descent, long stack) throws InterruptedException {
        depth = 0;
        lastWithRoom = 0;
        Thread thread = new Thread(null, () -> untilTheEnd(descent), "descent", stack);
        thread.start();
        thread.join();
        return depth;
    }

    private static void untilTheEnd(Runnable descent) {
        try {
            descent.run();
        } catch (StackOverflowError end) {
            // As intended.
        }
    }

    @SuppressWarnings("InfiniteRecursion") // until the stack ends
    private void descend(boolean asking) {
        depth++;
        if (asking && lastWithRoom == depth - 1) {
            ask();
        }
        descend(asking);
    }

    private void ask() {
        if (!doesOverflow()) {
            lastWithRoom = depth;
        }
    }

    private static boolean doesOverflow() {
        try {
            StackHeadroom.require();
            return false;
        } catch (StackOverflowError none) {
            return true;
        }
    }
}
