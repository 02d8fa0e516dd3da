package dev.larder.memcached.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.larder.memcached.protocol.MemcachedFailure;
import dev.larder.memcached.protocol.Request;
import dev.larder.memcached.protocol.Requests;
import dev.larder.spi.Breaker;
import dev.larder.spi.Settings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The server is a socket that nobody serves. */
class TimeoutMessagesTest {
    private static final Timeouts TIMEOUTS =
            Timeouts.of(Settings.of(Map.of("timeout", "80ms", "connect-timeout", "90ms")));

    private final ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    private final List<Socket> clients = new ArrayList<>();
    private final LarderMemcachedClient client = ClientFactory.make(1, TIMEOUTS);

    TimeoutMessagesTest() throws IOException {}

    @AfterEach
    void close() throws IOException {
        client.shutdown();
        server.close();
        for (Socket each : clients) {
            each.close();
        }
    }

    @Test
    void answer_late_namesTheSettingThatAllowsMore() {
        assertThatThrownBy(this::ask)
                .isInstanceOf(MemcachedFailure.class)
                .hasMessageEndingWith(" did not answer in 80 ms; the setting timeout allows it more");
    }

    @Test
    void connection_late_namesTheSettingThatAllowsMore() throws IOException {
        fillBacklog();
        Throwable failure = catchThrowable(this::ask);
        // A busy system may refuse the connection instead.
        assumeThat(failure).hasRootCauseInstanceOf(TimeoutException.class);
        assertThat(failure)
                .isInstanceOf(MemcachedFailure.class)
                .hasMessageContaining(" after 90 ms; the setting connect-timeout allows it more");
    }

    // The system answers no further connection attempt when enough of them wait to be accepted.
    private void fillBacklog() throws IOException {
        for (int i = 0; i < 100; i++) {
            Socket socket = new Socket();
            clients.add(socket);
            try {
                socket.connect(server.getLocalSocketAddress(), 200);
            } catch (SocketTimeoutException full) {
                return;
            }
        }
        throw new IllegalStateException("this system lets any number of connections wait");
    }

    private void ask() {
        ServerAddress address =
                new ServerAddress(InetAddress.getLoopbackAddress().getHostAddress(), server.getLocalPort(), 1);
        Breaker breaker = new Breaker(5, TIMEOUTS.breakerPause(), System::nanoTime);
        Request request = new Requests().stats("settings").build();
        try (Node node =
                new Node(address, new OwnConnection(client, address, TIMEOUTS, null), breaker, TIMEOUTS.answer())) {
            node.sendAndWait(request);
        }
    }
}
