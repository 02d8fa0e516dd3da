package dev.larder.benchmarks;

import java.util.concurrent.ThreadLocalRandom;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Where one thread stands among the draws. */
@State(Scope.Thread)
public class Cursor {
    private int position = ThreadLocalRandom.current().nextInt(KeySequence.COUNT);
    private int stranger = ThreadLocalRandom.current().nextInt(Stock.STRANGERS);

    /** The next draw. */
    int next() {
        position = (position + 1) & (KeySequence.COUNT - 1);
        return position;
    }

    /** The next key that is not in the cache. */
    int nextStranger() {
        stranger = (stranger + 1) & (Stock.STRANGERS - 1);
        return stranger;
    }
}
