package dev.larder.contract.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.larder.contract.ParallelThreads;
import dev.larder.contract.StoreCase;
import dev.larder.spi.Backend;
import dev.larder.spi.Stamps;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests that a tag has one stamp at a time, the same for all, and never the same one twice. */
public abstract class StampsContract extends StoreCase {
    private final String a = "a " + UUID.randomUUID();
    private final String b = "b " + UUID.randomUUID();
    private Stamps stamps;

    @BeforeEach
    void needsStamps() {
        stamps = stampsOf(backend());
    }

    private static Stamps stampsOf(Backend backend) {
        Stamps known = backend.stamps();
        assumeTrue(known != null, "this backend knows no stamps");
        return java.util.Objects.requireNonNull(known);
    }

    private long at(String tag) {
        return stamps.read(List.of(tag))[0];
    }

    @Test
    void read_unusedTag_givesNone() {
        assertThat(stamps.read(List.of(a, b))).containsExactly(Stamps.NONE, Stamps.NONE);
        assertThat(stamps.read(List.of())).isEmpty();
    }

    @Test
    void ensure_ofNewAndKnownTags_addsWhatIsMissing() {
        long first = stamps.ensure(List.of(a))[0];
        long[] both = stamps.ensure(List.of(b, a));
        assertThat(first).isNotEqualTo(Stamps.NONE);
        assertThat(both[1]).isEqualTo(first);
        assertThat(both[0]).isNotIn(first, Stamps.NONE);
        assertThat(stamps.read(List.of(a, b))).containsExactly(first, both[0]);
        assertThat(stamps.ensure(List.of())).isEmpty();
    }

    @Test
    void renew_knownAndNewTags_givesEachANewStamp() {
        long before = stamps.ensure(List.of(a))[0];
        stamps.renew(List.of(Stamps.ANY, a, b));
        long[] after = stamps.read(List.of(a, b));
        assertThat(after[0]).isNotIn(before, Stamps.NONE);
        assertThat(after[1]).isNotIn(after[0], Stamps.NONE);
        assertThat(stamps.ensure(List.of(a, b))).containsExactly(after);
    }

    @Test
    void renew_again_givesStampsNeverSeen() {
        Set<Long> seen = ConcurrentHashMap.newKeySet();
        for (int i = 0; i < 200; i++) {
            stamps.renew(List.of(a, b));
            assertThat(seen.add(at(a))).isTrue();
            assertThat(seen.add(at(b))).isTrue();
        }
    }

    @Test
    void any_isATagLikeOthers() {
        long before = stamps.ensure(List.of(Stamps.ANY))[0];
        stamps.renew(List.of(Stamps.ANY, a));
        assertThat(at(Stamps.ANY)).isNotIn(before, Stamps.NONE);
    }

    @Test
    void names_strangeAndLong_areKeptApart() {
        List<String> tags = new ArrayList<>(List.of("x", " x", "x ", "X", "x:", "{x}", "x*", "x\ny", "ä€𝄞", "\u0000"));
        tags.add("l".repeat(300));
        tags.add("l".repeat(300) + "1");
        tags.add("€".repeat(2000));
        tags.replaceAll(tag -> tag + a);
        long[] first = stamps.ensure(tags);
        assertThat(first).doesNotHaveDuplicates().doesNotContain(Stamps.NONE);
        stamps.renew(List.of(tags.get(0)));
        long[] second = stamps.read(tags);
        assertThat(second[0]).isNotEqualTo(first[0]);
        assertThat(IntStream.range(1, first.length).mapToLong(i -> second[i]).toArray())
                .containsExactly(IntStream.range(1, first.length)
                        .mapToLong(i -> first[i])
                        .toArray());
    }

    @Test
    void many_atOnce_areAllThere() {
        List<String> tags = IntStream.range(0, 3_000).mapToObj(i -> a + i).toList();
        long[] first = stamps.ensure(tags);
        stamps.renew(tags);
        long[] second = stamps.read(tags);
        assertThat(first).doesNotHaveDuplicates().doesNotContain(Stamps.NONE);
        assertThat(second).doesNotHaveDuplicates().doesNotContain(Stamps.NONE).doesNotContain(first);
    }

    @Test
    void ensure_byManyThreads_isOneStamp() {
        for (int round = 0; round < 50; round++) {
            String tag = a + round;
            Set<Long> seen = ConcurrentHashMap.newKeySet();
            ParallelThreads.run(6, thread -> seen.add(stamps.ensure(List.of(tag))[0]));
            assertThat(seen).hasSize(1);
        }
    }

    /** If backends share entries, they share stamps too, and a renewal takes effect for all of them. */
    @Test
    void stamps_ofAnotherBackend_areSharedAsEntriesAre() {
        String cache = "stamped " + UUID.randomUUID();
        Backend other = openBackend();
        created(open(backend(), cache), "probe", entry("1"));
        boolean shared = open(other, cache).read(key("probe")) != null;
        long own = stamps.ensure(List.of(a))[0];
        assertThat(stampsOf(other).ensure(List.of(a))[0] == own).isEqualTo(shared);
        stampsOf(other).renew(List.of(a));
        assertThat(at(a) == own).isEqualTo(!shared);
    }

    @Test
    void clear_ofACache_leavesTheStamps() {
        long before = stamps.ensure(List.of(a))[0];
        store.clear();
        assertThat(at(a)).isEqualTo(before);
        assertThat(store.iterator().hasNext()).isFalse();
    }
}
