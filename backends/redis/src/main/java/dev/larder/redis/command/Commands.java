package dev.larder.redis.command;

import dev.larder.redis.RedisFailure;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sends requests to the servers and returns raw answers. Every failure is a {@link RedisFailure}. */
public interface Commands {

    /** The answer to one command. One round trip. */
    @Nullable
    Object one(Request request);

    /** The answers to several commands, in order. One round trip per server, in parallel. */
    List<@Nullable Object> all(List<Request> requests);

    /** Like {@link #all}, but the answers of servers that failed are null. It fails only if all servers failed. */
    List<@Nullable Object> some(List<Request> requests);
}
