package dev.larder;

import org.jspecify.annotations.Nullable;

/**
 * Stands around every operation of a cache: for measuring, tracing, guarding. Set by {@link
 * LarderConfiguration#addInterceptor}, or by the setting {@code interceptors}: class names, {@code timing} for {@link
 * TimingInterceptor}, {@code hit-ratio} for {@link HitRatioInterceptor}, with commas between them. The first is the
 * outermost. Called by any thread, under no lock.
 *
 * <p>Intercepted are all keyed and bulk operations of {@link javax.cache.Cache} and {@link LarderCache}, {@code
 * clear}, {@code removeAll} and {@code iterator}; through {@link LarderCache#async()} too, there in the thread that
 * runs the operation. Not: closing, unwrapping, registering listeners, the steps of an iterator. {@code
 * cache.unwrap(X.class)} gives the interceptor of class {@code X}. A cache without interceptors pays nothing.
 */
@FunctionalInterface
public interface CacheInterceptor {
    /**
     * What the caller gets: as a rule {@code call.proceed()}, called once.
     *
     * @return of the operation's type; null for {@code void}
     */
    @Nullable
    Object around(CacheCall call);
}
