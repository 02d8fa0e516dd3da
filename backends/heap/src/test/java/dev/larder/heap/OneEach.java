package dev.larder.heap;

import dev.larder.spi.Weigher;

/** Every entry weighs the same. */
public final class OneEach implements Weigher {
    @Override
    public int weigh(Object key, Object value) {
        return 1;
    }
}
