package dev.larder.internal.codec;

/**
 * Tells whose fault it is that the stack has overflowed while a record was read: the record's, or the caller's, who
 * had used up the stack before. The caller gets his own error, not a miss that makes him think the entry absent.
 */
public final class DecodingStackCheck {
    /** More than the deepest record that is written needs, with frames of 16 longs and more. */
    private static final int FRAMES = 2_500;

    private DecodingStackCheck() {}

    /**
     * @throws StackOverflowError {@code overflow}, if there is not even here the room that reading a record may take
     */
    public static void require(StackOverflowError overflow) {
        try {
            descend(FRAMES, 1, 2, 3, 4, 5, 6, 7, 8);
        } catch (StackOverflowError noRoom) {
            throw overflow;
        }
    }

    // The arguments make the frames large; the sum keeps them from being optimised away.
    private static long descend(int left, long a, long b, long c, long d, long e, long f, long g, long h) {
        return left == 0 ? a + b + c + d + e + f + g + h : 1 + descend(left - 1, b, c, d, e, f, g, h, a + left);
    }
}
