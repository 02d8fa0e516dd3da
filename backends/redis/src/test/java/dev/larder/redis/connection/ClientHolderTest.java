package dev.larder.redis.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Connection;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.providers.ConnectionProvider;

@Timeout(60)
final class ClientHolderTest {
    private static final Duration PATIENCE = Duration.ofMillis(100);

    private final CountDownLatch never = new CountDownLatch(1);
    private final CountDownLatch closed = new CountDownLatch(1);

    /** A client whose closing waits for a latch. */
    private final class Slow extends UnifiedJedis {
        Slow() {
            super(new NoConnections(), 1, PATIENCE);
        }

        @Override
        public void close() {
            await(never);
            closed.countDown();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    @Test
    void close_clientIsSlowToClose_returnsAndGoesOnInTheBackground() {
        ClientHolder clientHolder = ClientHolder.own(Slow::new, PATIENCE);
        assertThat(clientHolder.get()).isInstanceOf(Slow.class);
        clientHolder.close();
        assertThat(closed.getCount()).isEqualTo(1);
        never.countDown();
        await(closed);
    }

    @Test
    void close_whileItIsMade_returnsAndTheOneMadeIsClosed() {
        CountDownLatch making = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        never.countDown();
        ClientHolder clientHolder = ClientHolder.own(
                () -> {
                    making.countDown();
                    await(go);
                    return new Slow();
                },
                PATIENCE);
        CompletableFuture<UnifiedJedis> created =
                CompletableFuture.supplyAsync(clientHolder::get, task -> new Thread(task).start());
        await(making);
        clientHolder.close();
        go.countDown();
        assertThatThrownBy(created::join).hasRootCauseInstanceOf(IllegalStateException.class);
        await(closed);
    }

    @Test
    void get_afterClose_failsAtOnce() {
        never.countDown();
        ClientHolder clientHolder = ClientHolder.own(Slow::new, PATIENCE);
        clientHolder.get();
        clientHolder.close();
        assertThatThrownBy(clientHolder::get).isInstanceOf(IllegalStateException.class);
    }

    private static final class NoConnections implements ConnectionProvider {
        @Override
        public @Nullable Connection getConnection() {
            return null;
        }

        @Override
        public @Nullable Connection getConnection(CommandArguments arguments) {
            return null;
        }

        @Override
        public void close() {}
    }
}
