/**
 * The commands, and which of them are sent together. {@link dev.larder.redis.connection.CommandExecutor} sends
 * them and turns every failure into a {@code RedisFailure}. {@link dev.larder.redis.command.Requests} lists the
 * commands apart from scripts, {@code PING} and {@code SUBSCRIBE}.
 */
@NullMarked
package dev.larder.redis.command;

import org.jspecify.annotations.NullMarked;
