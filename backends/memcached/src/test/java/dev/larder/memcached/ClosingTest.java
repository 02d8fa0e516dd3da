package dev.larder.memcached;

import static dev.larder.memcached.Opened.entry;
import static dev.larder.memcached.Opened.key;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.larder.StoreUnavailableException;
import dev.larder.contract.fault.IsolatedLoader;
import dev.larder.memcached.server.MemcachedServer;
import dev.larder.spi.ByteStore;
import dev.larder.spi.Stored;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** A closed backend, and a failed attempt to connect, leave no threads or connections behind. */
final class ClosingTest {
    private static final Path DESCRIPTORS = Path.of("/proc/self/fd");
    private static final List<Path> CONNECTIONS =
            List.of(Path.of("/proc/self/net/tcp"), Path.of("/proc/self/net/tcp6"));
    private static final String CONNECTING = "02";

    @Test
    @Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
    void call_afterClose_failsAtOnce() {
        try (MemcachedServer server = MemcachedServer.start()) {
            Opened opened = new Opened(server.address() + "?timeout=10s", "closed");
            opened.store.put(key("a"), entry("1", Stored.ETERNAL));
            opened.close();
            assertThatThrownBy(() -> opened.store.put(key("a"), entry("2", Stored.ETERNAL)))
                    .isInstanceOf(StoreUnavailableException.class)
                    .hasMessageContaining("closed");
            assertThat(opened.store.read(key("a"))).isNull();
        }
    }

    @Test
    void close_whileOthersCall_allOfThemComeBack() throws InterruptedException {
        try (MemcachedServer server = MemcachedServer.start()) {
            for (int round = 0; round < 5; round++) {
                Opened opened = new Opened(server.address() + "?timeout=1s", "used");
                opened.store.put(key("a"), entry("1", Stored.ETERNAL));
                AtomicBoolean ended = new AtomicBoolean();
                List<Thread> threads = new ArrayList<>();
                for (int i = 0; i < 8; i++) {
                    threads.add(started(i, opened.store, ended));
                }
                opened.close();
                ended.set(true);
                for (Thread each : threads) {
                    each.join(TimeUnit.SECONDS.toMillis(60));
                    assertThat(each.isAlive()).as("still calling").isFalse();
                }
            }
        }
    }

    private static Thread started(int number, ByteStore store, AtomicBoolean ended) {
        Thread thread = new Thread(() -> {
            for (int i = number; !ended.get(); i++) {
                try {
                    switch (i % 3) {
                        case 0 -> store.put(key("a"), entry("1", Stored.ETERNAL));
                        case 1 -> store.read(key("a"));
                        default -> store.iterator().forEachRemaining(each -> {});
                    }
                } catch (StoreUnavailableException closed) {
                    Thread.onSpinWait();
                }
            }
        });
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void connect_serverTakesNoConnection_leavesNoSocket() throws IOException {
        try (ServerSocket full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            List<Socket> waiting = new ArrayList<>();
            try (Opened opened =
                    new Opened("memcached://127.0.0.1:" + full.getLocalPort() + "?timeout=200ms", "full")) {
                fill(full, waiting);
                for (int i = 0; i < 3; i++) {
                    opened.store.read(key("a"));
                    assertThat(connecting(full.getLocalPort()))
                            .as("sockets that still connect")
                            .isZero();
                }
            } finally {
                for (Socket each : waiting) {
                    each.close();
                }
            }
        }
    }

    private static void fill(ServerSocket full, List<Socket> waiting) throws IOException {
        try {
            while (true) {
                Socket socket = new Socket();
                waiting.add(socket);
                socket.connect(full.getLocalSocketAddress(), 1_000);
            }
        } catch (SocketTimeoutException isFull) {
            assertThat(waiting).hasSizeGreaterThan(1);
        }
    }

    private static long connecting(int port) throws IOException {
        String remote = String.format(Locale.ROOT, ":%04X", port);
        long found = 0;
        for (Path each : CONNECTIONS) {
            try (Stream<String> lines = Files.lines(each)) {
                found += lines.map(line -> line.trim().split(" +"))
                        .filter(words -> words[2].endsWith(remote) && words[3].equals(CONNECTING))
                        .count();
            }
        }
        return found;
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void close_backend_leavesNoDescriptorsAndNoClassLoader() throws Exception {
        try (MemcachedServer server = MemcachedServer.start()) {
            long before = 0;
            for (int i = 0; i < 3; i++) {
                IsolatedLoader.assertGone(IsolatedLoader.run(Visitor.class, server.address() + "?timeout=10s"));
                before = i == 0 ? descriptors() : before;
            }
            assertThat(descriptors()).isLessThanOrEqualTo(before + 5);
        }
    }

    private static long descriptors() throws IOException {
        try (Stream<Path> files = Files.list(DESCRIPTORS)) {
            return files.count();
        }
    }
}
