/** Real servers for tests: started on free ports of the loopback, stopped by their process. */
@NullMarked
package dev.larder.memcached.server;

import org.jspecify.annotations.NullMarked;
