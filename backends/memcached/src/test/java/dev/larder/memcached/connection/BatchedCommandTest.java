package dev.larder.memcached.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.code.yanf4j.core.Session;
import dev.larder.memcached.protocol.Request;
import dev.larder.memcached.protocol.Requests;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Which requests are sent in one batch, and how replies are assigned. The client's own calls, in its order. */
final class BatchedCommandTest {
    private static final byte[] STAMP = bytes("books");
    private static final byte[] OTHER_STAMP = bytes("films");

    private final PendingCall first = pendingCall(STAMP, "books:a");
    private static final String ECHO = "md larder#echo O1\r\n";

    private final AtomicInteger closed = new AtomicInteger();
    private final AtomicInteger answers = new AtomicInteger();
    private final BatchedCommand batchedCommand = new BatchedCommand(session(), first, answers::incrementAndGet);

    @Test
    void depart_questionsForOneCache_areOneWithOneStamp() {
        assertThat(batchedCommand.tryAdd(pendingCall(STAMP, "books:b"))).isTrue();
        assertThat(batchedCommand.tryAdd(pendingCall(OTHER_STAMP, "films:c"))).isTrue();
        assertThat(batchedCommand.tryAdd(pendingCall(STAMP, "books:d", "books:a")))
                .isTrue();
        assertThat(withoutNumber(departed()))
                .isEqualTo(ECHO + "gets books books:a books:b books:d books:a\r\ngets films films:c\r\n");
    }

    @Test
    void depart_changesAndQuestions_changesGoFirstInTheOrderOfBoarding() {
        batchedCommand.tryAdd(change("b"));
        batchedCommand.tryAdd(change("c"));
        assertThat(withoutNumber(departed()))
                .isEqualTo("set b 0 0 9\r\n\0\0\0\0\0\0\0\7b\r\nset c 0 0 9\r\n\0\0\0\0\0\0\0\7c\r\n" + ECHO
                        + "gets books books:a\r\n");
    }

    @Test
    void admits_departedOrFull_refuses() {
        PendingCall many = pendingCall(
                STAMP, IntStream.range(0, 99).mapToObj(i -> "books:" + i).toArray(String[]::new));
        assertThat(batchedCommand.tryAdd(many)).isFalse();
        assertThat(batchedCommand.tryAdd(new PendingCall(new Requests(300_000)
                        .set(bytes("b"), 7, new byte[300_000], 0)
                        .build())))
                .isFalse();
        departed();
        assertThat(batchedCommand.tryAdd(pendingCall(STAMP, "books:b"))).isFalse();
    }

    @Test
    void decode_repliesOfAll_eachHasItsOwn() {
        PendingCall second = pendingCall(STAMP, "books:b", "books:a");
        PendingCall change = change("c");
        batchedCommand.tryAdd(change);
        batchedCommand.tryAdd(second);
        String number = numberIn(departed());
        assertThat(arrives("SERVER_ERROR out of memory storing object\r\nNF O" + number + "\r\n"
                        + "VALUE books 0 8 1\r\nSSSSSSSS\r\nVALUE books:b 0 9 2\r\n12345678x\r\n"
                        + "VALUE books:a 0 9 3\r\n12345678y\r\n"))
                .isFalse();
        assertThat(second.done().getCount()).isOne();
        assertThat(answers).hasValue(0);
        assertThat(arrives("END\r\n")).isTrue();
        assertThat(answers).hasValue(1);
        assertThat(second.done().getCount()).isZero();
        assertThat(first.itemAt(0)).isSameAs(second.itemAt(0)).isNotNull();
        assertThat(first.itemAt(1)).isNull();
        assertThat(second.itemAt(1).version()).isEqualTo(2);
        assertThat(second.itemAt(2).version()).isEqualTo(3);
        assertThat(change.refusal()).startsWith("SERVER_ERROR");
        assertThat(first.refusal()).isNull();
    }

    @Test
    void setException_connectionLost_releasesCallers() {
        PendingCall second = pendingCall(STAMP, "books:b");
        batchedCommand.tryAdd(second);
        departed();
        batchedCommand.setException(new IOException("gone"));
        assertThat(first.done().getCount()).isZero();
        assertThat(second.done().getCount()).isZero();
        assertThatCode(() -> batchedCommand.setException(new IOException("twice")))
                .doesNotThrowAnyException();
    }

    @Test
    void decode_answerToAnotherQuestion_endsTheConnection() {
        departed();
        arrives("NF O0\r\nEND\r\n");
        assertThat(batchedCommand.getException()).isNotNull();
        assertThat(first.done().getCount()).isZero();
        assertThat(answers).hasValue(0);
        assertThat(closed).hasValue(1);
    }

    @Test
    void getStatus_errorOnTheWay_isAnExceptionThatEndsTheConnectionAlone() {
        List<byte[]> failing = new AbstractList<>() {
            @Override
            public byte[] get(int index) {
                throw new OutOfMemoryError("in a test");
            }

            @Override
            public int size() {
                return walked++ == 0 ? 0 : 1;
            }

            private int walked;
        };
        BatchedCommand broken = new BatchedCommand(
                session(), new PendingCall(new Request(failing, List.of(), List.of(STAMP), true)), () -> {});
        assertThatThrownBy(broken::getStatus)
                .isInstanceOf(IllegalStateException.class)
                .hasCauseInstanceOf(OutOfMemoryError.class);
    }

    @Test
    void cancel_beforeItIsSent_releasesCallersAndAcceptsNoMore() {
        PendingCall second = pendingCall(STAMP, "books:b");
        batchedCommand.tryAdd(second);
        batchedCommand.abandon();
        assertThat(first.done().getCount()).isZero();
        assertThat(second.done().getCount()).isZero();
        assertThat(batchedCommand.getException()).isNotNull();
        assertThat(batchedCommand.tryAdd(pendingCall(STAMP, "books:c"))).isFalse();
    }

    private static String withoutNumber(String request) {
        return request.replace("O" + numberIn(request), "O1");
    }

    private static String numberIn(String request) {
        Matcher echo = Pattern.compile("md larder#echo O(\\d+)").matcher(request);
        assertThat(echo.find()).isTrue();
        return echo.group(1);
    }

    private String departed() {
        batchedCommand.encode();
        assertThat(batchedCommand.getWriteBuffer().remaining()).isZero();
        batchedCommand.getStatus();
        batchedCommand.getStatus();
        ByteBuffer buffer = batchedCommand.getIoBuffer().buf();
        return new String(buffer.array(), buffer.arrayOffset(), buffer.remaining(), StandardCharsets.ISO_8859_1);
    }

    private boolean arrives(String reply) {
        return batchedCommand.decode(null, ByteBuffer.wrap(bytes(reply)));
    }

    private Session session() {
        return (Session) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Session.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("close")) {
                        closed.incrementAndGet();
                    }
                    return null;
                });
    }

    private static PendingCall pendingCall(byte[] stamp, String... keys) {
        List<byte[]> readKeys = new ArrayList<>(List.of(stamp));
        List.of(keys).forEach(key -> readKeys.add(bytes(key)));
        return new PendingCall(Request.reading(readKeys));
    }

    private static PendingCall change(String key) {
        return new PendingCall(new Requests().set(bytes(key), 7, bytes(key), 0).build());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
