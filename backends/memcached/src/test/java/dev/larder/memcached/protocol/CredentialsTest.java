package dev.larder.memcached.protocol;

import static dev.larder.memcached.Opened.entry;
import static dev.larder.memcached.Opened.key;
import static dev.larder.memcached.Opened.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.larder.memcached.Opened;
import dev.larder.memcached.server.MemcachedServer;
import dev.larder.spi.Stored;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.util.Throwables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Larder authenticates where a server requires it, and shows the credentials nowhere. */
final class CredentialsTest {

    @Test
    void server_withAPasswordFile_letsTheRightOneIn(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve("users"), "app:se:cret\n");
        try (MemcachedServer server = MemcachedServer.start("-Y", file.toString());
                Opened opened = new Opened("memcached://app:se%3Acret@" + server.host() + "?timeout=10s", "secret")) {
            opened.store.put(key("a"), entry("1", Stored.ETERNAL));
            assertThat(text(opened.store.read(key("a")))).isEqualTo("1");
            assertThat(opened.store.iterator()).toIterable().hasSize(1);
        }
    }

    @Test
    void password_wrong_isInNoMessage(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve("users"), "app:right\n");
        try (MemcachedServer server = MemcachedServer.start("-Y", file.toString());
                Opened opened = new Opened(server.address() + "?username=app&password=hunter2", "secret")) {
            Throwable refused = catchThrowable(() -> opened.store.put(key("a"), entry("1", Stored.ETERNAL)));
            assertThat(refused).hasMessageContaining(server.host());
            assertThat(Throwables.getStackTrace(refused)).doesNotContain("hunter2");
        }
    }
}
