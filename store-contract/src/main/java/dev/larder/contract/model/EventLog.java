package dev.larder.contract.model;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import javax.cache.event.CacheEntryCreatedListener;
import javax.cache.event.CacheEntryEvent;
import javax.cache.event.CacheEntryExpiredListener;
import javax.cache.event.CacheEntryRemovedListener;
import javax.cache.event.CacheEntryUpdatedListener;
import javax.cache.event.EventType;

/** A listener that records its events in order. Thread-safe. */
final class EventLog
        implements CacheEntryCreatedListener<String, Integer>,
                CacheEntryUpdatedListener<String, Integer>,
                CacheEntryRemovedListener<String, Integer>,
                CacheEntryExpiredListener<String, Integer> {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition more = lock.newCondition();
    private final List<Event> events = new ArrayList<>();

    @Override
    public void onCreated(Iterable<CacheEntryEvent<? extends String, ? extends Integer>> events) {
        record(EventType.CREATED, events);
    }

    @Override
    public void onUpdated(Iterable<CacheEntryEvent<? extends String, ? extends Integer>> events) {
        record(EventType.UPDATED, events);
    }

    @Override
    public void onRemoved(Iterable<CacheEntryEvent<? extends String, ? extends Integer>> events) {
        record(EventType.REMOVED, events);
    }

    @Override
    public void onExpired(Iterable<CacheEntryEvent<? extends String, ? extends Integer>> events) {
        record(EventType.EXPIRED, events);
    }

    /** Returns the events recorded since the last call, and removes them. */
    List<Event> drain() {
        lock.lock();
        try {
            List<Event> taken = List.copyOf(events);
            events.clear();
            return taken;
        } finally {
            lock.unlock();
        }
    }

    /** Waits until the events match, up to 5 seconds. Returns whether they do. */
    boolean await(Predicate<List<Event>> wanted) {
        lock.lock();
        try {
            long left = TimeUnit.SECONDS.toNanos(5);
            while (!wanted.test(events) && left > 0) {
                left = more.awaitNanos(left);
            }
            return left > 0;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }

    private void record(EventType type, Iterable<CacheEntryEvent<? extends String, ? extends Integer>> received) {
        lock.lock();
        try {
            for (CacheEntryEvent<? extends String, ? extends Integer> each : received) {
                if (each.getEventType() != type) {
                    throw new IllegalArgumentException(each.getEventType() + " was reported as " + type);
                }
                events.add(Event.of(each));
            }
            more.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
