package dev.larder.memcached.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.larder.memcached.Opened;
import dev.larder.spi.ByteKey;
import dev.larder.spi.Stored;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Do keys of any content become keys that memcached takes, each its own, and back? */
final class KeyspaceTest {
    private final Keyspace keyspace = new Keyspace("larder:", "books");

    @Test
    void entry_readableKey_staysReadable() {
        assertThat(text(keyspace.entryKey(Opened.key("978-0/a%b=c:d")))).isEqualTo("larder:books:978-0/a%b=c:d");
        assertThat(text(keyspace.stampKey())).isEqualTo("larder:books");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "tab\t", "line\r\n", "ü", "\u0000", "\u007f", "set a 0 0 1\r\nx\r\n"})
    void entry_unfitKey_isEncodedAndComesBack(String key) {
        byte[] at = keyspace.entryKey(Opened.key(key));
        assertThat(text(at)).startsWith("larder:books=").matches("[!-~]*");
        if (!key.isEmpty()) {
            assertThat(keyspace.keyOf(at)).isEqualTo(Opened.key(key));
        }
    }

    @Test
    void entry_randomBytes_fitAndComeBack() {
        Random random = new Random(1);
        for (int i = 0; i < 2_000; i++) {
            byte[] bytes = new byte[1 + random.nextInt(keyspace.maxKeyBytes())];
            random.nextBytes(bytes);
            byte[] at = keyspace.entryKey(new ByteKey(bytes));
            assertThat(at).hasSizeLessThanOrEqualTo(250);
            assertThat(keyspace.keyOf(at)).isEqualTo(new ByteKey(bytes));
        }
    }

    @Test
    void keyAt_othersKeys_isNull() {
        for (String other : new String[] {"larder:books", "larder:book:a", "larder:books2:a", "x", "larder:books?a"}) {
            assertThat(keyspace.keyOf(other.getBytes(StandardCharsets.US_ASCII)))
                    .as(other)
                    .isNull();
        }
        assertThat(keyspace.keyOf("larder:books=!!".getBytes(StandardCharsets.US_ASCII)))
                .isNull();
    }

    @Test
    void tag_calledLikeTheHashOfALongOne_isAnother() {
        Keyspace tags = Keyspace.ofTags("larder:");
        byte[] ofLong = tags.tagKey("t".repeat(500));
        String alike = new String(tags.keyOf(ofLong).bytes(), StandardCharsets.US_ASCII);
        assertThat(tags.tagKey(alike)).isNotEqualTo(ofLong);
        assertThat(tags.tagKey("\ud800".repeat(500))).isNotEqualTo(tags.tagKey("?".repeat(500)));
    }

    @Test
    void names_veryLong_leaveRoomForKeysAndStayApart() {
        String start = "com.acme.Service.method(java.lang.String, int) ".repeat(9);
        Keyspace one = new Keyspace("p".repeat(50), start + "1");
        Keyspace other = new Keyspace("p".repeat(50), start + "2");
        assertThat(one.stampKey()).isNotEqualTo(other.stampKey());
        assertThat(one.maxKeyBytes()).isGreaterThanOrEqualTo(64);
    }

    /** As the server itself sees it, and back by way of its list. */
    @Test
    void keys_ofAllKinds_areKeptAndListed() {
        String address = dev.larder.memcached.server.SharedServer.get().address() + "?timeout=10s";
        try (Opened opened = new Opened(address, "keys % of: ü " + UUID.randomUUID())) {
            for (String key : new String[] {"a", "a b", "ü", "%41", "=", ":", "\n", "x".repeat(40), " ".repeat(40)}) {
                opened.store.put(Opened.key(key), Opened.entry(key, Stored.ETERNAL));
            }
            assertThat(opened.store.iterator()).toIterable().hasSize(9).allSatisfy(each -> assertThat(
                            Opened.text(each.getValue()))
                    .isEqualTo(each.getKey().toString()));
        }
    }

    @Test
    void prefix_withASpace_isRefused() {
        assertThatThrownBy(() -> new Opened("memcached://localhost?prefix=a%20b", "books"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'prefix'");
    }

    private static String text(byte[] key) {
        return new String(key, StandardCharsets.ISO_8859_1);
    }
}
