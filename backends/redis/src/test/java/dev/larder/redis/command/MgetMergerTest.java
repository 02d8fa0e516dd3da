package dev.larder.redis.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.Protocol.Command;

/** Merged commands are split into the same replies again. */
final class MgetMergerTest {
    private static byte[] key(String name) {
        return name.getBytes(StandardCharsets.UTF_8);
    }

    private static List<String> keys(Request request) {
        return request.arguments().getKeys().stream()
                .map(key -> new String((byte[]) key, StandardCharsets.UTF_8))
                .toList();
    }

    @Test
    void readsInARow_areOneCommandAndAnsweredEach() {
        MgetMerger mgetMerger = new MgetMerger(
                List.of(Requests.getWithStamp(key("a"), key("b")), Requests.get(key("c")), Requests.get(key("d"))));
        assertThat(mgetMerger.requests()).hasSize(1);
        assertThat(keys(mgetMerger.requests().get(0))).containsExactly("a", "b", "c", "d");
        assertThat(mgetMerger.splitAnswers(List.of(Arrays.asList("A", null, "C", null))))
                .containsExactly(Arrays.asList("A", null), "C", null);
    }

    @Test
    void writes_keepTheirPlaceBetweenReads() {
        MgetMerger mgetMerger = new MgetMerger(List.of(
                Requests.get(key("a")),
                Requests.setIfAbsent(key("b"), key("x")),
                Requests.get(key("b")),
                Requests.get(key("c"))));
        assertThat(mgetMerger.requests())
                .extracting(each -> each.arguments().getCommand())
                .containsExactly(Command.GET, Command.SET, Command.MGET);
        assertThat(mgetMerger.splitAnswers(Arrays.asList("A", null, List.of("B", "C"))))
                .containsExactly("A", null, "B", "C");
    }

    @Test
    void moreKeysThanACommandMayHave_areSeveral() {
        List<Request> reads = IntStream.range(0, MgetMerger.MAX_KEYS + 1)
                .mapToObj(i -> Requests.get(key("k" + i)))
                .toList();
        MgetMerger mgetMerger = new MgetMerger(reads);
        assertThat(mgetMerger.requests()).hasSize(2);
        assertThat(keys(mgetMerger.requests().get(0))).hasSize(MgetMerger.MAX_KEYS);
        assertThat(keys(mgetMerger.requests().get(1))).containsExactly("k" + MgetMerger.MAX_KEYS);
    }
}
