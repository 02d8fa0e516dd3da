package dev.larder.internal.manager;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import javax.cache.CacheException;
import org.jspecify.annotations.Nullable;

/**
 * Where the cache of one name stands, once: first it is being made, then it is open, then it is being closed, then gone.
 * A thread never waits for itself: who asks, from within a factory, for the cache that the factory is for is told so, and
 * so are two threads whose factories ask for each other's caches.
 */
final class CacheSlot {
    /** What threads of this JVM are waiting for, in managers of any kind. */
    private static final Map<Thread, CacheSlot> WAITING = new ConcurrentHashMap<>();

    /** Longer chains of threads that wait for each other are not followed. */
    private static final int LONGEST_CHAIN = 1000;

    private final String name;
    private final Consumer<CacheSlot> onFree;
    // Forgotten as soon as it has done its work: a thread holds class loaders.
    private volatile @Nullable Thread maker = Thread.currentThread();
    private final CountDownLatch made = new CountDownLatch(1);
    private final CountDownLatch gone = new CountDownLatch(1);
    private volatile @Nullable OpenCache content;

    CacheSlot(String name, Consumer<CacheSlot> onFree) {
        this.name = name;
        this.onFree = onFree;
    }

    String name() {
        return name;
    }

    @Nullable
    OpenCache content() {
        return content;
    }

    boolean isBeingMade() {
        return content == null && made.getCount() > 0;
    }

    boolean isOpen() {
        OpenCache cache = content;
        return cache != null && !cache.cache().isClosed() && gone.getCount() > 0;
    }

    void fill(OpenCache cache) {
        content = cache;
        maker = null;
        made.countDown();
    }

    /** Hides the beans of what stood here and lets the name go. Idempotent. */
    void free() {
        OpenCache cache = content;
        if (cache != null) {
            cache.beans().close();
        }
        onFree.accept(this);
        maker = null;
        made.countDown();
        gone.countDown();
    }

    /**
     * Waits until the cache has been made, or could not be; if it is being closed, until it is gone.
     *
     * @throws CacheException if that would take for ever, or too long
     */
    void awaitMadeOrGone(CacheWaitLimit cacheWaitLimit) {
        Thread me = Thread.currentThread();
        WAITING.put(me, this);
        try {
            if (isHeldUpBy(me)) {
                throw new CacheException(
                        "cache '" + name + "' is being made or closed by the very code that asks for it;"
                                + " let factories, and what is closed with a cache, do without it, or ask afterwards");
            }
            if (!cacheWaitLimit.await(isBeingMade() ? made : gone)) {
                throw new CacheException("cache '" + name + "' is still being made or closed after "
                        + CacheWaitLimit.SECONDS + " seconds; ask again, or look for a factory that does not return");
            }
        } catch (InterruptedException interrupted) {
            me.interrupt();
            throw new CacheException(
                    "interrupted while cache '" + name + "' was being made or closed; ask again", interrupted);
        } finally {
            WAITING.remove(me);
        }
    }

    // Whoever waits is on the list before he looks, so that of two who wait for each other one sees it at least.
    private boolean isHeldUpBy(Thread thread) {
        CacheSlot cacheSlot = this;
        for (int i = 0; cacheSlot != null && i < LONGEST_CHAIN; i++) {
            Thread worker = cacheSlot.worker();
            if (worker == thread) {
                return true;
            }
            cacheSlot = worker == null ? null : WAITING.get(worker);
        }
        return false;
    }

    /** Who is making or closing what stands here, null if nobody is. */
    private @Nullable Thread worker() {
        OpenCache cache = content;
        return cache == null ? maker : cache.cache().closer();
    }
}
