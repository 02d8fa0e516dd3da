package dev.larder.redis.event;

import dev.larder.redis.connection.WatchedWrite;
import dev.larder.redis.event.EventSubscriber.ChannelListener;
import dev.larder.spi.ByteKey;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.BinaryJedisPubSub;
import redis.clients.jedis.Connection;
import redis.clients.jedis.exceptions.JedisException;

/** A subscribed connection, until it breaks or is ended. */
final class Subscription extends BinaryJedisPubSub {
    private static final Logger LOG = LoggerFactory.getLogger(Subscription.class);
    private static final int MAX_UNANSWERED_HEARTBEATS = 3;

    private final Connection connection;
    private final List<ChannelListener> listeners;
    private final Set<ByteKey> requested = ConcurrentHashMap.newKeySet();
    private final Set<ByteKey> confirmed = ConcurrentHashMap.newKeySet();
    private final AtomicInteger unansweredHeartbeats = new AtomicInteger();

    /**
     * @param listeners the subscriptions; the list may grow and shrink
     */
    Subscription(Connection connection, List<ChannelListener> listeners) {
        this.connection = connection;
        this.listeners = listeners;
    }

    /** Receives messages in the calling thread until the connection breaks, then throws. */
    void run() {
        listeners.forEach(each -> requested.add(new ByteKey(each.channel())));
        proceed(connection, requested.stream().map(ByteKey::bytes).toArray(byte[][]::new));
    }

    /** Subscribes to one more channel. If the connection is not ready yet, {@link #onSubscribe} does it later. */
    void addListener(ChannelListener channelListener) {
        ByteKey channel = new ByteKey(channelListener.channel());
        if (confirmed.contains(channel)) {
            channelListener.subscribed().countDown();
        } else if (isSubscribed() && requested.add(channel)) {
            try {
                subscribe(channelListener.channel());
            } catch (JedisException | IllegalStateException broken) {
                LOG.debug("the subscription to a new channel failed; the next connection subscribes to it too", broken);
            }
        }
    }

    /** Sends a PING. Closes the connection if the server has been silent for too long. */
    void heartbeat() {
        if (unansweredHeartbeats.incrementAndGet() > MAX_UNANSWERED_HEARTBEATS) {
            disconnect();
        } else if (isSubscribed()) {
            try {
                ping();
            } catch (JedisException | IllegalStateException broken) {
                disconnect();
            }
        }
    }

    /** Closes the connection. */
    void disconnect() {
        WatchedWrite.closeNow(connection);
    }

    @Override
    public void onSubscribe(byte[] channel, int subscribed) {
        unansweredHeartbeats.set(0);
        confirmed.add(new ByteKey(channel));
        // Includes subscriptions added after the list of channels was sent.
        listeners.forEach(this::addListener);
    }

    @Override
    public void onPong(byte[] pattern) {
        unansweredHeartbeats.set(0);
    }

    @Override
    public void onMessage(byte[] channel, byte[] message) {
        unansweredHeartbeats.set(0);
        for (ChannelListener each : listeners) {
            if (Arrays.equals(each.channel(), channel)) {
                each.consumer().accept(message);
            }
        }
    }
}
