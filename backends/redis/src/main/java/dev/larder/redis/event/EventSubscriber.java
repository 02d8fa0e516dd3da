package dev.larder.redis.event;

import dev.larder.redis.connection.ClientFactory;
import dev.larder.redis.connection.CommandExecutor;
import dev.larder.redis.connection.DelayedTasks;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.Connection;

/**
 * Subscribes to the channels of all caches of a backend, with one connection and one thread. Both start with the
 * first subscription. A subscriber is not notified when its server stops, so it sends a PING every second. If the
 * server stays silent after three of them, the connection is replaced. Events in between are lost.
 */
public final class EventSubscriber implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EventSubscriber.class);
    private static final long RECONNECT_PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(500);
    private static final long HEARTBEAT_MILLIS = 1_000;

    private final CommandExecutor commandExecutor;
    private final Duration timeout;
    private final Executor executor;
    private final List<ChannelListener> listeners = new CopyOnWriteArrayList<>();
    private final ReentrantLock starting = new ReentrantLock();
    private volatile @Nullable Subscription subscription;
    private volatile boolean running;
    private volatile @Nullable Future<?> next;
    private volatile @Nullable Thread listener;
    private volatile boolean closed;

    /**
     * @param timeout how long a new subscription waits for the server's confirmation
     */
    public EventSubscriber(CommandExecutor commandExecutor, Duration timeout, Executor executor) {
        this.commandExecutor = commandExecutor;
        this.timeout = timeout;
        this.executor = executor;
    }

    /** A subscription to one channel. */
    record ChannelListener(byte[] channel, Consumer<byte[]> consumer, CountDownLatch subscribed) {}

    /**
     * Subscribes a consumer to a channel. It is active when this call returns if the server answered in time.
     * Returns how to end it.
     */
    Runnable subscribe(byte[] channel, Consumer<byte[]> consumer) {
        ChannelListener channelListener = new ChannelListener(channel, consumer, new CountDownLatch(1));
        listeners.add(channelListener);
        start();
        Subscription present = subscription;
        if (present != null) {
            present.addListener(channelListener);
        }
        try {
            if (!channelListener.subscribed.await(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("events of other JVMs are not received yet: the server did not answer in time");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        return () -> listeners.remove(channelListener);
    }

    private void start() {
        starting.lock();
        try {
            if (!running && !closed) {
                Thread thread = new Thread(this::listen, "larder-redis-events");
                thread.setDaemon(true);
                thread.setContextClassLoader(null);
                thread.start();
                listener = thread;
                running = true;
                scheduleHeartbeat();
            }
        } finally {
            starting.unlock();
        }
    }

    private void listen() {
        boolean warned = false;
        while (!closed) {
            try (Connection connection = ClientFactory.borrow(commandExecutor.client())) {
                warned = false;
                receive(connection);
            } catch (RuntimeException | OutOfMemoryError | StackOverflowError lost) {
                if (!warned && !closed) {
                    LOG.warn(
                            "the subscription to events of other JVMs is lost; events are missed until it is"
                                    + " restored: {}",
                            lost.toString());
                }
                warned = true;
            }
            if (!closed) {
                LockSupport.parkNanos(RECONNECT_PAUSE_NANOS);
            }
        }
    }

    private void receive(Connection connection) {
        Subscription present = new Subscription(connection, listeners);
        subscription = present;
        try {
            if (!closed) {
                present.run();
            }
        } finally {
            subscription = null;
            // The connection may still be subscribed, so no other call can use it.
            connection.setBroken();
        }
    }

    private void scheduleHeartbeat() {
        CompletableFuture<Void> following = DelayedTasks.run(this::heartbeat, HEARTBEAT_MILLIS, executor);
        next = following;
        if (closed) {
            following.cancel(false);
        }
    }

    private void heartbeat() {
        try {
            Subscription present = subscription;
            if (present != null) {
                present.heartbeat();
            }
        } finally {
            if (!closed) {
                scheduleHeartbeat();
            }
        }
    }

    @Override
    public void close() {
        closed = true;
        Future<?> following = next;
        if (following != null) {
            following.cancel(false);
        }
        LockSupport.unpark(listener);
        Subscription present = subscription;
        if (present != null) {
            present.disconnect();
        }
    }
}
