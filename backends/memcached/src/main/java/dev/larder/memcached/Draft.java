package dev.larder.memcached;

import java.util.List;
import java.util.function.Supplier;

/**
 * What is to be said to one server in one breath, and the replies that it will give.
 *
 * @param repeatable whether saying it twice does what saying it once does, so that it may be said again if a
 *     connection turns out to be dead
 */
record Draft(byte[] bytes, List<Supplier<Reply>> expected, boolean repeatable) {}
