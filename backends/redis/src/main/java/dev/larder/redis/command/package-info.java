/**
 * Which commands are sent, and together with which others? {@link dev.larder.redis.command.CommandExecutor} sends
 * them and turns every failure into a {@code RedisFailure}. {@link dev.larder.redis.command.Requests} lists all
 * commands that an ACL must permit.
 */
@NullMarked
package dev.larder.redis.command;

import org.jspecify.annotations.NullMarked;
