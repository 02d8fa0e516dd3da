package dev.larder.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.Protocol.Command;

/** Is what was folded together the same again when it is unfolded? */
final class FoldingTest {
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
        Folding folding = new Folding(
                List.of(Requests.getBoth(key("a"), key("b")), Requests.get(key("c")), Requests.get(key("d"))));
        assertThat(folding.requests()).hasSize(1);
        assertThat(keys(folding.requests().get(0))).containsExactly("a", "b", "c", "d");
        assertThat(folding.unfolded(List.of(Arrays.asList("A", null, "C", null))))
                .containsExactly(Arrays.asList("A", null), "C", null);
    }

    @Test
    void writes_keepTheirPlaceBetweenReads() {
        Folding folding = new Folding(List.of(
                Requests.get(key("a")),
                Requests.setIfAbsent(key("b"), key("x")),
                Requests.get(key("b")),
                Requests.get(key("c"))));
        assertThat(folding.requests())
                .extracting(each -> each.arguments().getCommand())
                .containsExactly(Command.GET, Command.SET, Command.MGET);
        assertThat(folding.unfolded(Arrays.asList("A", null, List.of("B", "C"))))
                .containsExactly("A", null, "B", "C");
    }

    @Test
    void moreKeysThanACommandMayHave_areSeveral() {
        List<Request> reads = IntStream.range(0, Reading.MOST + 1)
                .mapToObj(i -> Requests.get(key("k" + i)))
                .toList();
        Folding folding = new Folding(reads);
        assertThat(folding.requests()).hasSize(2);
        assertThat(keys(folding.requests().get(0))).hasSize(Reading.MOST);
        assertThat(keys(folding.requests().get(1))).containsExactly("k" + Reading.MOST);
    }
}
