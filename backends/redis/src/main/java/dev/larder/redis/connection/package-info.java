/**
 * Sends commands to servers. {@link dev.larder.redis.connection.Transport} sends commands to one server,
 * to a master behind sentinels or to a cluster. Deadlines, breakers and redirections are handled here.
 */
@NullMarked
package dev.larder.redis.connection;

import org.jspecify.annotations.NullMarked;
