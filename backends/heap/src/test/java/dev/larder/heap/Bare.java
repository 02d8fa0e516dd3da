package dev.larder.heap;

import dev.larder.spi.Weigher;

/** A weigher with a package-private constructor. */
final class Bare implements Weigher {
    @Override
    public int weigh(Object key, Object value) {
        return 1;
    }
}
