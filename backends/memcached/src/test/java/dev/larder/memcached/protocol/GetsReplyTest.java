package dev.larder.memcached.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Replies are parsed however the network splits them. */
final class GetsReplyTest {
    private static final String REPLY = "VALUE b 0 12 18446744073709551615\r\n12345678END\r\r\n"
            + "VALUE d 0 3 7\r\nabc\r\nVALUE e 0 0 8\r\n\r\nEND\r\n";

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 30, 1_000})
    void take_piecesOfAnySize_givesTheItemsInTheirPlaces(int piece) {
        GetsReply getsReply = new GetsReply(bytes("a", "b", "c", "d", "e"));
        feed(getsReply, REPLY, piece);
        assertThat(getsReply.at(0)).isNull();
        assertThat(getsReply.at(2)).isNull();
        assertThat(getsReply.at(1).stamp()).isEqualTo(0x3132333435363738L);
        assertThat(getsReply.at(1).rest()).isEqualTo("END\r".getBytes(StandardCharsets.US_ASCII));
        assertThat(getsReply.at(1).version()).isEqualTo(-1);
        assertThat(getsReply.at(3).stamp()).isZero();
        assertThat(getsReply.at(4).version()).isEqualTo(8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ERROR", "SERVER_ERROR out of memory writing get response", "CLIENT_ERROR line too long"})
    void take_error_isARefusal(String line) {
        GetsReply getsReply = new GetsReply(bytes("a"));
        feed(getsReply, line + "\r\n", 4);
        assertThat(getsReply.refusal()).isEqualTo(line);
    }

    @Test
    void take_anythingElse_isNotTakenForAnAnswer() {
        assertThatThrownBy(() -> feed(new GetsReply(bytes("a")), "STORED\r\n", 100))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> feed(new GetsReply(bytes("a")), "VALUE b 0 1 1\r\nx\r\nEND\r\n", 100))
                .isInstanceOf(RuntimeException.class);
    }

    // As the client does it: what was not taken stands before what comes next.
    private static void feed(Reply reply, String text, int piece) {
        ByteBuffer buffer = ByteBuffer.allocate(4_096);
        byte[] all = text.getBytes(StandardCharsets.ISO_8859_1);
        boolean done = false;
        for (int from = 0; from < all.length; from += piece) {
            assertThat(done).isFalse();
            buffer.put(all, from, Math.min(piece, all.length - from)).flip();
            done = reply.parse(buffer);
            buffer.compact();
        }
        assertThat(done).isTrue();
        assertThat(buffer.position()).isZero();
    }

    private static List<byte[]> bytes(String... keys) {
        return Stream.of(keys)
                .map(key -> key.getBytes(StandardCharsets.US_ASCII))
                .toList();
    }
}
