package dev.larder.internal.codec.failure;

/**
 * Finds out why the stack overflowed while a record was read: because of the record, or because the caller had used up
 * the stack before. In the second case the caller gets the StackOverflowError. A miss would wrongly tell it that the
 * entry is absent.
 */
public final class DecodingStackCheck {
    /** More frames than reading the deepest valid record needs; each has at least 16 longs. */
    private static final int FRAMES = 5_000;

    private DecodingStackCheck() {}

    /**
     * @throws StackOverflowError {@code overflow}, if even here less stack is left than reading a record may need
     */
    public static void require(StackOverflowError overflow) {
        try {
            descend(FRAMES, 1, 2, 3, 4, 5, 6, 7, 8);
        } catch (StackOverflowError noRoom) {
            throw overflow;
        }
    }

    // The arguments make the frames large. The sum keeps the compiler from removing them.
    private static long descend(int left, long a, long b, long c, long d, long e, long f, long g, long h) {
        return left == 0 ? a + b + c + d + e + f + g + h : 1 + descend(left - 1, b, c, d, e, f, g, h, a + left);
    }
}
