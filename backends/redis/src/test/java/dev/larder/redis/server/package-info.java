/** Real servers for tests: started on free ports of the loopback, stopped by their process. */
@NullMarked
package dev.larder.redis.server;

import org.jspecify.annotations.NullMarked;
