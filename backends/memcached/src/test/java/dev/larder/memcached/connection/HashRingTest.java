package dev.larder.memcached.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Keys are distributed by the servers' weights, and a change of servers moves few of them. */
final class HashRingTest {
    private static final int KEYS = 30_000;

    @Test
    void ownerOf_manyKeys_isEachByItsWeight() {
        int[] counts = counts(HashRing.of(hosts(1, 2, 1)));
        assertThat(counts[0]).isBetween(KEYS / 6, KEYS / 3);
        assertThat(counts[1]).isBetween(KEYS * 2 / 5, KEYS * 3 / 5);
        assertThat(counts[2]).isBetween(KEYS / 6, KEYS / 3);
    }

    @Test
    void ownerOf_oneHostMore_movesOnlyKeysToIt() {
        HashRing three = HashRing.of(hosts(1, 1, 1));
        HashRing four = HashRing.of(hosts(1, 1, 1, 1));
        long moved = keys().filter(key -> three.ownerOf(key) != four.ownerOf(key))
                .peek(key -> assertThat(four.ownerOf(key)).isEqualTo(3))
                .count();
        assertThat(moved).isBetween(KEYS / 8L, KEYS * 2 / 5L);
    }

    /** Two JVMs must agree, today and after an update: these places are the format. */
    @Test
    void ownerOf_knownKeys_neverChanges() {
        HashRing hashRing = HashRing.of(hosts(1, 2, 1));
        assertThat(IntStream.range(0, 12)
                        .map(i -> hashRing.ownerOf(("larder:books:" + i).getBytes(StandardCharsets.US_ASCII))))
                .containsExactly(KNOWN);
    }

    private static final Integer[] KNOWN = {1, 0, 2, 1, 2, 2, 1, 2, 1, 1, 1, 1};

    private static int[] counts(HashRing hashRing) {
        int[] counts = new int[3];
        keys().forEach(key -> counts[hashRing.ownerOf(key)]++);
        return counts;
    }

    private static Stream<byte[]> keys() {
        return IntStream.range(0, KEYS).mapToObj(i -> ("larder:books:" + i).getBytes(StandardCharsets.US_ASCII));
    }

    private static List<ServerAddress> hosts(int... weights) {
        return IntStream.range(0, weights.length)
                .mapToObj(i -> new ServerAddress("cache" + i, 11_211, weights[i]))
                .toList();
    }
}
