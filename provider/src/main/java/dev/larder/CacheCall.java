package dev.larder;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One call of a cache operation, as a {@link CacheInterceptor} sees it. Used only in the calling thread. */
public interface CacheCall {
    /** The cache's name. */
    String cache();

    /** The name of the method, such as {@code getAll}. */
    String operation();

    /** The arguments in order, unmodifiable. They are the caller's own objects, null where the caller passed null. */
    List<@Nullable Object> arguments();

    /**
     * Calls the next interceptor, and after the last one the operation itself.
     *
     * @return its result, null for {@code void}
     * @throws RuntimeException what the operation throws
     */
    @Nullable
    Object proceed();
}
