/**
 * How does a command reach a server? {@link dev.larder.redis.connection.Transport} carries commands to one server,
 * a master behind sentinels or a cluster. Deadlines, breakers and redirections are handled here.
 */
@NullMarked
package dev.larder.redis.connection;

import org.jspecify.annotations.NullMarked;
