package dev.larder;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One call of a cache's operation, as a {@link CacheInterceptor} sees it. Used in the calling thread alone. */
public interface CacheCall {
    /** The cache's name. */
    String cache();

    /** The name of the method, such as {@code getAll}. */
    String operation();

    /** The arguments in order, unmodifiable; the caller's own, null where he gave null. */
    List<@Nullable Object> arguments();

    /**
     * The next interceptor, and at last the operation itself.
     *
     * @return its result, null for {@code void}
     * @throws RuntimeException what the operation throws
     */
    @Nullable
    Object proceed();
}
