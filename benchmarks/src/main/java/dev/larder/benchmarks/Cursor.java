package dev.larder.benchmarks;

import java.util.concurrent.ThreadLocalRandom;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Where one thread stands among the draws. */
@State(Scope.Thread)
public class Cursor {
    private int position = ThreadLocalRandom.current().nextInt(Draws.COUNT);

    private int unseen = Sizes.KEYS + ThreadLocalRandom.current().nextInt(Integer.MAX_VALUE / 2);

    /** A key that no draw has, and that was not given before. */
    Integer unseen() {
        return unseen++;
    }

    int next() {
        position = (position + 1) & (Draws.COUNT - 1);
        return position;
    }
}
