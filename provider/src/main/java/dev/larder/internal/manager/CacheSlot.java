package dev.larder.internal.manager;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import javax.cache.CacheException;
import org.jspecify.annotations.Nullable;

/**
 * The lifecycle of one cache under its name: being created, open, being closed, gone. A thread never waits for itself.
 * A factory that asks for the cache it is creating gets an exception. So do two threads whose factories ask for each
 * other's caches.
 */
final class CacheSlot {
    /** The slot that each thread of this JVM waits for, in all managers. */
    private static final Map<Thread, CacheSlot> WAITING = new ConcurrentHashMap<>();

    /** Longer chains of threads that wait for each other are not followed. */
    private static final int LONGEST_CHAIN = 1000;

    private final String name;
    private final Consumer<CacheSlot> onFree;
    // Cleared as soon as the cache is created, since a thread holds class loaders.
    private volatile @Nullable Thread creator = Thread.currentThread();
    private final CountDownLatch created = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);
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

    boolean isBeingCreated() {
        return content == null && created.getCount() > 0;
    }

    boolean isOpen() {
        OpenCache cache = content;
        return cache != null && !cache.cache().isClosed() && released.getCount() > 0;
    }

    void fill(OpenCache cache) {
        content = cache;
        creator = null;
        created.countDown();
    }

    /** Unregisters the beans of the cache and releases the name. Idempotent. */
    void release() {
        OpenCache cache = content;
        if (cache != null) {
            cache.beans().close();
        }
        onFree.accept(this);
        creator = null;
        created.countDown();
        released.countDown();
    }

    /**
     * Waits until the creation has succeeded or failed; if the cache is being closed, until it is gone.
     *
     * @throws CacheException if that would take for ever, or too long
     */
    void awaitCreatedOrGone(CacheWaitLimit cacheWaitLimit) {
        Thread currentThread = Thread.currentThread();
        WAITING.put(currentThread, this);
        try {
            if (isBlockedBy(currentThread)) {
                throw new CacheException(
                        "cache '" + name + "' is being created or closed by the same code that requests it;"
                                + " factories, and objects that are closed with a cache, must not use it;"
                                + " request it afterwards");
            }
            if (!cacheWaitLimit.await(isBeingCreated() ? created : released)) {
                throw new CacheException("cache '" + name + "' is still being created or closed after "
                        + CacheWaitLimit.SECONDS + " seconds; call again, or look for a factory that does not return");
            }
        } catch (InterruptedException interrupted) {
            currentThread.interrupt();
            throw new CacheException(
                    "interrupted while cache '" + name + "' was being created or closed; call again", interrupted);
        } finally {
            WAITING.remove(currentThread);
        }
    }

    // A thread registers before it checks. Of two threads that wait for each other, at least one sees the other.
    private boolean isBlockedBy(Thread thread) {
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

    /** The thread that creates or closes the cache, null if there is none. */
    private @Nullable Thread worker() {
        OpenCache cache = content;
        return cache == null ? creator : cache.cache().closer();
    }
}
