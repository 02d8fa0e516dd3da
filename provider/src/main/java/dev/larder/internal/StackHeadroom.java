package dev.larder.internal;

/**
 * Checks that the caller's thread has enough stack left, before a store is called. If not, the StackOverflowError is
 * thrown here, where nothing has been acquired or sent. No connection, permit or lock can be lost by it.
 *
 * <p>The only way to find out is a method that calls itself. Its frame must be large, so that few calls suffice. The
 * values that are read before the recursive call and used after it must stay in the frame, compiled or not. The method
 * is too long to be inlined into itself. The values are floating-point numbers, since no compiler may reorder their
 * subtraction.
 */
public final class StackHeadroom {
    /** Each frame takes about half a kilobyte once compiled, more before. */
    private static final int LEVELS = 100;

    private static final double[] ROOM = new double[64];

    private StackHeadroom() {}

    /** Throws a {@link StackOverflowError} if less than about 50 KB of stack are left. Takes about 0.2 µs. */
    public static void require() {
        if (down(LEVELS, ROOM) != 0) {
            throw new AssertionError();
        }
    }

    // The local variables make the frame large.
    private static double down(int levels, double[] room) {
        if (levels > 0) {
            return down(levels - 1, room);
        }
        if (levels < 0) {
            return 0;
        }
        double v0 = room[0],
                v1 = room[1],
                v2 = room[2],
                v3 = room[3],
                v4 = room[4],
                v5 = room[5],
                v6 = room[6],
                v7 = room[7];
        double v8 = room[8],
                v9 = room[9],
                v10 = room[10],
                v11 = room[11],
                v12 = room[12],
                v13 = room[13],
                v14 = room[14],
                v15 = room[15];
        double v16 = room[16],
                v17 = room[17],
                v18 = room[18],
                v19 = room[19],
                v20 = room[20],
                v21 = room[21],
                v22 = room[22],
                v23 = room[23];
        double v24 = room[24],
                v25 = room[25],
                v26 = room[26],
                v27 = room[27],
                v28 = room[28],
                v29 = room[29],
                v30 = room[30],
                v31 = room[31];
        double v32 = room[32],
                v33 = room[33],
                v34 = room[34],
                v35 = room[35],
                v36 = room[36],
                v37 = room[37],
                v38 = room[38],
                v39 = room[39];
        double v40 = room[40],
                v41 = room[41],
                v42 = room[42],
                v43 = room[43],
                v44 = room[44],
                v45 = room[45],
                v46 = room[46],
                v47 = room[47];
        double v48 = room[48],
                v49 = room[49],
                v50 = room[50],
                v51 = room[51],
                v52 = room[52],
                v53 = room[53],
                v54 = room[54],
                v55 = room[55];
        double v56 = room[56],
                v57 = room[57],
                v58 = room[58],
                v59 = room[59],
                v60 = room[60],
                v61 = room[61],
                v62 = room[62],
                v63 = room[63];
        double rest = down(-1, room);
        return rest - v0 - v1 - v2 - v3 - v4 - v5 - v6 - v7 - v8 - v9 - v10 - v11 - v12 - v13 - v14 - v15 - v16 - v17
                - v18 - v19 - v20 - v21 - v22 - v23 - v24 - v25 - v26 - v27 - v28 - v29 - v30 - v31 - v32 - v33 - v34
                - v35 - v36 - v37 - v38 - v39 - v40 - v41 - v42 - v43 - v44 - v45 - v46 - v47 - v48 - v49 - v50 - v51
                - v52 - v53 - v54 - v55 - v56 - v57 - v58 - v59 - v60 - v61 - v62 - v63;
    }
}
