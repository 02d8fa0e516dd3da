package dev.larder;

import org.jspecify.annotations.Nullable;

/**
 * Wraps every operation of a cache: to measure, trace or guard it. Interceptors are added by
 * {@link LarderConfiguration#addInterceptor} or by the setting {@code interceptors}. The setting takes class names
 * separated by commas; {@code timing} stands for {@link TimingInterceptor} and {@code hit-ratio} for
 * {@link HitRatioInterceptor}. The first one is the outermost. Called by any thread, under no lock.
 *
 * <p>Intercepted are all keyed and bulk operations of {@link javax.cache.Cache} and {@link LarderCache}, {@code clear},
 * {@code removeAll} and {@code iterator}. Operations of {@link LarderCache#async()} are intercepted in the thread that
 * runs them. Not intercepted are closing, unwrapping, the registration of listeners and the steps of an iterator.
 * {@code cache.unwrap(X.class)} returns the interceptor of class {@code X}. A cache without interceptors has no
 * overhead.
 */
@FunctionalInterface
public interface CacheInterceptor {
    /**
     * Returns what the caller gets: usually the result of {@code call.proceed()}, called once.
     *
     * @return a value of the operation's type; null for {@code void}
     */
    @Nullable
    Object around(CacheCall call);
}
