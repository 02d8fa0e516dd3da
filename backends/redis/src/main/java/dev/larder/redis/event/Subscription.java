package dev.larder.redis.event;

import dev.larder.redis.connection.WatchedWrite;
import dev.larder.redis.event.EventSubscriber.Ear;
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
    private static final int BEATS_IN_SILENCE = 3;

    private final Connection connection;
    private final List<Ear> ears;
    private final Set<ByteKey> asked = ConcurrentHashMap.newKeySet();
    private final Set<ByteKey> heard = ConcurrentHashMap.newKeySet();
    private final AtomicInteger silent = new AtomicInteger();

    /**
     * @param ears the subscriptions; the list may grow and shrink
     */
    Subscription(Connection connection, List<Ear> ears) {
        this.connection = connection;
        this.ears = ears;
    }

    /** Receives messages in the calling thread until the connection breaks, then throws. */
    void run() {
        ears.forEach(each -> asked.add(new ByteKey(each.channel())));
        proceed(connection, asked.stream().map(ByteKey::bytes).toArray(byte[][]::new));
    }

    /** Subscribes to one more channel. If the connection is not ready yet, {@link #onSubscribe} does it later. */
    void add(Ear ear) {
        ByteKey channel = new ByteKey(ear.channel());
        if (heard.contains(channel)) {
            ear.hears().countDown();
        } else if (isSubscribed() && asked.add(channel)) {
            try {
                subscribe(ear.channel());
            } catch (JedisException | IllegalStateException broken) {
                LOG.debug("the next connection will listen to the new channel too", broken);
            }
        }
    }

    /** Sends a PING. Closes the connection if the server has been silent for too long. */
    void beat() {
        if (silent.incrementAndGet() > BEATS_IN_SILENCE) {
            end();
        } else if (isSubscribed()) {
            try {
                ping();
            } catch (JedisException | IllegalStateException broken) {
                end();
            }
        }
    }

    /** Closes the connection. */
    void end() {
        WatchedWrite.cut(connection);
    }

    @Override
    public void onSubscribe(byte[] channel, int subscribed) {
        silent.set(0);
        heard.add(new ByteKey(channel));
        // Includes subscriptions added after the list of channels was sent.
        ears.forEach(this::add);
    }

    @Override
    public void onPong(byte[] pattern) {
        silent.set(0);
    }

    @Override
    public void onMessage(byte[] channel, byte[] message) {
        silent.set(0);
        for (Ear each : ears) {
            if (Arrays.equals(each.channel(), channel)) {
                each.consumer().accept(message);
            }
        }
    }
}
