package dev.larder.redis.connection;

import dev.larder.redis.command.RedisFailure;
import dev.larder.redis.command.Request;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sends requests to the servers and returns raw answers. Every failure is a {@link RedisFailure}. */
public interface Commands {

    /** The answer to one command. One round trip. */
    @Nullable
    Object send(Request request);

    /** The answers to several commands, in order. One round trip per server, in parallel. */
    List<@Nullable Object> sendAll(List<Request> requests);

    /** Like {@link #all}, but the answers of servers that failed are null. It fails only if all servers failed. */
    List<@Nullable Object> sendAllLeniently(List<Request> requests);
}
