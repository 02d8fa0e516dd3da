package dev.larder.redis.command;

import dev.larder.redis.RedisFailure;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes requests to the servers and brings back raw answers; fails with a {@link RedisFailure}. */
public interface Commands {

    /** The answer to one command: one round trip. */
    @Nullable
    Object one(Request request);

    /** The answers to several commands, in order: one round trip for each server concerned, at the same time. */
    List<@Nullable Object> all(List<Request> requests);

    /** Likewise, but null for what servers that failed were asked, unless all of them failed. */
    List<@Nullable Object> some(List<Request> requests);
}
