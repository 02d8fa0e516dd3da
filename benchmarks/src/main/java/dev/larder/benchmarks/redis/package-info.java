/** The Redis store beside others over the same server: round trips, the client's CPU time and the server's. */
@NullMarked
package dev.larder.benchmarks.redis;

import org.jspecify.annotations.NullMarked;
