package dev.larder.internal.codec;

import static dev.larder.internal.codec.Forgeries.again;
import static dev.larder.internal.codec.Forgeries.begin;
import static dev.larder.internal.codec.Forgeries.bytes;
import static dev.larder.internal.codec.Forgeries.filled;
import static dev.larder.internal.codec.Forgeries.textOfHashZero;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.management.ThreadMXBean;
import dev.larder.internal.codec.failure.CodecException;
import dev.larder.internal.codec.failure.UndecodableException;
import dev.larder.internal.codec.record.RecordLayout;
import dev.larder.internal.codec.record.RecordOutput;
import dev.larder.spi.ByteEntry;
import dev.larder.spi.Settings;
import java.io.Serializable;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Small records that are made to exhaust who reads them. Each is a miss, in little time and memory. */
@Timeout(value = 30, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class BombsTest {
    private static final int MANY = 60_000;
    private static final int STREAM = 130;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final Codecs codecs = new Codecs(getClass().getClassLoader());
    private final Marshaller marshaller = codecs.marshaller("bombs", Set.of(), 250, 64 << 20);

    static Stream<Arguments> graphs() {
        return Stream.of(
                bomb(
                        "a pattern with CANON_EQ",
                        pattern("a\u0327\u0345\u0323\u0316\u031b\u0338\u0300\u05b0\u0591", 128)),
                bomb("a long pattern", pattern("[a]".repeat(100_000), 0)),
                bomb("many patterns", patterns()),
                bomb("nested ArrayLists", nested(64, 1)),
                bomb("nested Vectors", nested(66, 1)),
                bomb("nested ArrayDeques", nested(68, 1)),
                bomb("nested HashSets", nested(69, 1)),
                bomb("nested Hashtables", nested(105, 2)),
                bomb("nested IdentityHashMaps", nested(106, 2)),
                bomb("nested PriorityQueues", nestedSorted(72)),
                bomb("nested Object[]", nested(148, 1)),
                bomb("an EnumSet of a class that is no enum", enumSet(1 + Forgeries.NEW_CLASS)),
                bomb("an EnumSet of no class", enumSet(0)),
                bomb("an EnumSet that announces more than there is", announcedEnumSet()),
                bomb("lists shared in a set", shared(69)),
                bomb("lists shared in a map", shared(100)),
                bomb("lists shared in a Set.of", shared(81)),
                bomb("a list that is not read to its end, shared in a set", sharedUnfinished()),
                bomb("lists of one hash code in a HashSet", alike(69, BombsTest::list)),
                bomb("lists of one hash code in a ConcurrentHashMap's keys", alike(78, BombsTest::list)),
                bomb("strings of one hash code in a Hashtable", alikeInTable()),
                bomb("strings of one hash code in a Set.of", alike(81, BombsTest::text)),
                bomb("integers of one place in a Set.of", alike(81, BombsTest::integer)),
                bomb("timestamps of one hash code in a HashSet", alike(69, BombsTest::timestamp)),
                bomb("a CopyOnWriteArraySet", alike(75, BombsTest::integer)),
                bomb("a list that is its own element, hashed", ownElement()),
                bomb("a stream of shared lists in a set", streamed(sharedLists())),
                bomb("a stream of strings of one hash code in a Hashtable", streamed(stringsAlike())),
                bomb("a stream of lists of one hash code", streamed(listsAlike())),
                bomb("a stream with a pattern with CANON_EQ", streamed(Pattern.compile("a", Pattern.CANON_EQ))));
    }

    private static Arguments bomb(String name, byte[] payload) {
        return Arguments.of(name, payload);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("graphs")
    void value_bomb_isUndecodableWithinItsBudget(String name, byte[] payload) {
        assertUndecodable(Forgeries.record(RecordLayout.GRAPH, 0, payload));
    }

    @Test
    void value_streamAsPayload_isUndecodableWithinItsBudget() {
        assertUndecodable(Forgeries.record(RecordLayout.STREAM, 0, Forgeries.stream(sharedLists())));
    }

    @Test
    void value_claimToUnpack_isUndecodableWithinItsBudget() {
        byte[] claim = bytes(out -> {
            out.writeVarInt(1_900_000_000, true);
            out.writeBytes(new byte[1_000_000]);
        });
        assertUndecodable(Forgeries.record(RecordLayout.BYTES, 1, claim));
    }

    @Test
    void value_zerosThatWerePacked_isUndecodableWithinItsBudget() {
        byte[] zeros = new byte[100 << 20];
        byte[] packed = new GzipCompressor().compress(zeros, 0, zeros.length);
        byte[] bomb = bytes(out -> {
            out.writeVarInt(zeros.length, true);
            out.writeBytes(packed);
        });
        assertUndecodable(Forgeries.record(RecordLayout.BYTES, 1, bomb));
    }

    private void assertUndecodable(ByteEntry bomb) {
        long before = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
        assertThatExceptionOfType(UndecodableException.class)
                .isThrownBy(() -> marshaller.value("k", bomb))
                .withMessageContaining("cache 'bombs'")
                .satisfies(failure -> assertThat(failure.getMessage()).hasSizeLessThan(1_000));
        long allocated = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
        assertThat(allocated).isLessThan((16L << 20) + 100L * bomb.bytes().length);
        assertThat(marshaller.value("k", marshaller.encode("k", "sound", 0))).isEqualTo("sound");
    }

    private static byte[] pattern(String text, int flags) {
        return bytes(out -> writePattern(out, text, flags));
    }

    private static byte[] patterns() {
        return bytes(out -> {
            begin(out, 64);
            out.writeVarInt(300, true);
            for (int i = 0; i < 300; i++) {
                writePattern(out, "[a]".repeat(3_000), 0);
            }
        });
    }

    private static void writePattern(RecordOutput out, String text, int flags) {
        out.writeVarInt(44 + Forgeries.NEW_CLASS, true);
        out.writeString(text);
        out.writeVarInt(flags, true);
    }

    private static byte[] enumSet(int elementClass) {
        return bytes(out -> {
            begin(out, 133);
            out.writeVarInt(elementClass, true);
            out.writeVarInt(0, true);
        });
    }

    private static byte[] announcedEnumSet() {
        return bytes(out -> {
            begin(out, 133);
            out.writeVarInt(1, true);
            out.writeVarInt(0, true);
            out.writeInt(0);
            out.writeString(TimeUnit.class.getName());
            out.writeVarInt(Integer.MAX_VALUE, true);
            out.writeString(TimeUnit.DAYS.name());
        });
    }

    /** Collections in collections, each of which announces as many elements as there are bytes left. */
    private static byte[] nested(int number, int width) {
        int size = 500_000;
        return filled(
                bytes(out -> {
                    for (int depth = 0; depth < 480; depth++) {
                        begin(out, number);
                        out.writeVarInt((size - 8 * 480 - 16) / width, true);
                    }
                }),
                size);
    }

    private static byte[] nestedSorted(int number) {
        int size = 500_000;
        return filled(
                bytes(out -> {
                    for (int depth = 0; depth < 400; depth++) {
                        begin(out, number);
                        out.writeVarInt(0, true);
                        out.writeVarInt(size - 10 * 400 - 16, true);
                    }
                }),
                size);
    }

    /** A list of two lists that are one, and so on, 60 deep: walking over it takes 2^60 steps. */
    private static byte[] shared(int number) {
        return bytes(out -> {
            begin(out, number);
            out.writeVarInt(1, true);
            for (int level = 0; level < 60; level++) {
                begin(out, 64);
                out.writeVarInt(2, true);
            }
            begin(out, 64);
            out.writeVarInt(0, true);
            for (int level = 59; level >= 0; level--) {
                again(out, 64, level + 2);
            }
            out.writeVarInt(0, true);
        });
    }

    private static byte[] sharedUnfinished() {
        return bytes(out -> {
            begin(out, 64);
            out.writeVarInt(MANY + 1, true);
            for (int i = 0; i < MANY; i++) {
                integer(out, i);
            }
            begin(out, 69);
            out.writeVarInt(MANY, true);
            for (int i = 0; i < MANY; i++) {
                begin(out, 64);
                out.writeVarInt(2, true);
                integer(out, i);
                again(out, 64, 0);
            }
        });
    }

    private interface Element {
        void write(RecordOutput out, int number);
    }

    private static byte[] alike(int number, Element element) {
        return bytes(out -> {
            begin(out, number);
            out.writeVarInt(MANY, true);
            for (int i = 0; i < MANY; i++) {
                element.write(out, i);
            }
        });
    }

    private static byte[] alikeInTable() {
        return bytes(out -> {
            begin(out, 105);
            out.writeVarInt(MANY, true);
            for (int i = 0; i < MANY; i++) {
                text(out, i);
                integer(out, 1);
            }
        });
    }

    private static void text(RecordOutput out, int number) {
        out.writeVarInt(1 + Forgeries.NEW_CLASS, true);
        out.writeString(textOfHashZero(number));
    }

    private static void list(RecordOutput out, int number) {
        begin(out, 64);
        out.writeVarInt(1, true);
        text(out, number);
    }

    private static void integer(RecordOutput out, int number) {
        out.writeVarInt(6 + Forgeries.NEW_CLASS, true);
        out.writeVarInt(number * 2 * MANY, false);
    }

    private static void timestamp(RecordOutput out, int number) {
        begin(out, 57);
        long time = (long) number << 32 | number;
        out.writeLong(time);
        out.writeVarInt((int) (time % 1000) * 1_000_000, true);
    }

    private static byte[] ownElement() {
        return bytes(out -> {
            begin(out, 69);
            out.writeVarInt(1, true);
            begin(out, 64);
            out.writeVarInt(1, true);
            again(out, 64, 1);
        });
    }

    private static byte[] streamed(Object value) {
        byte[] stream = Forgeries.stream(value);
        return bytes(out -> {
            begin(out, STREAM);
            out.writeVarInt(stream.length, true);
            out.writeBytes(stream);
        });
    }

    private static Object sharedLists() {
        Object bomb = "foo";
        for (int i = 0; i < 60; i++) {
            bomb = new ArrayList<>(Arrays.asList(bomb, bomb));
        }
        Slow slow = new Slow();
        slow.elements.add(bomb);
        return new HashSet<>(List.of(slow));
    }

    /** Hashed only when it is read: it is a list in the stream. */
    private static final class Slow extends ArrayList<Object> {
        private static final long serialVersionUID = 1L;
        private final transient List<Object> elements = new ArrayList<>();

        @Override
        public int hashCode() {
            return 1;
        }

        @Override
        public boolean equals(Object other) {
            return this == other;
        }

        private Object writeReplace() {
            return elements;
        }
    }

    /** So many that any machine needs several times what a record of this length may take. */
    private static Object stringsAlike() {
        return IntStream.range(0, 80_000)
                .boxed()
                .collect(Hashtable::new, (table, i) -> table.put(new SlowText(i), i), Hashtable::putAll);
    }

    /** Cheap to collect here, and a string in the stream. */
    private record SlowText(int number) implements Serializable {
        private Object writeReplace() {
            return textOfHashZero(number);
        }
    }

    private static Object listsAlike() {
        Set<Object> set = new HashSet<>();
        for (int i = 0; i < 40_000; i++) {
            Slow slow = new Slow();
            slow.elements.add(textOfHashZero(i));
            set.add(slow);
        }
        return set;
    }

    static Stream<Object> sound() {
        List<Object> list =
                IntStream.range(0, 20_000).<Object>mapToObj(i -> "text " + i).toList();
        return Stream.of(
                list,
                new CopyOnWriteArrayList<>(list),
                new HashSet<>(list),
                Set.copyOf(list),
                new Hashtable<>(list.stream().collect(Collectors.toMap(Function.identity(), x -> 1))),
                list.stream().map(List::of).collect(Collectors.toSet()),
                IntStream.range(0, 20_000).boxed().collect(Collectors.toSet()),
                Set.copyOf(IntStream.range(0, 20_000).boxed().toList()));
    }

    @ParameterizedTest
    @MethodSource("sound")
    void value_largeAndSound_isRead(Object value) {
        assertThat(marshaller.value("k", marshaller.encode("k", value, 0))).isEqualTo(value);
        Marshaller streams = codecs.marshaller(
                "bombs",
                Set.of(),
                codecs.valueCodecOptions(Settings.of(Map.of("serializer", "java")), null, null),
                new StoreLimits(250, 64 << 20, false));
        assertThat(streams.value("k", streams.encode("k", value, 0))).isEqualTo(value);
    }

    @Test
    void encode_patternThatIsNotRead_isRefused() {
        assertThatExceptionOfType(CodecException.class)
                .isThrownBy(() -> marshaller.encode("k", Pattern.compile("a", Pattern.CANON_EQ), 0))
                .withMessageContainingAll("cache 'bombs'", "CANON_EQ");
    }

    @Test
    void value_callerIsOutOfStack_isHisErrorAndNoMiss() {
        Object deep = "deep";
        for (int i = 0; i < 200; i++) {
            deep = new ArrayList<>(List.of(deep));
        }
        ByteEntry entry = marshaller.encode("k", deep, 0);
        assertThat(marshaller.value("k", entry)).isNotNull();
        List<Throwable> failures = new ArrayList<>();
        descend(entry, failures);

        assertThat(failures).isEmpty();
    }

    @SuppressWarnings("InfiniteRecursion") // that is the question
    private void descend(ByteEntry entry, List<Throwable> failures) {
        try {
            descend(entry, failures);
        } catch (StackOverflowError here) {
            // Each frame on the way back has a little more room than the one before.
        }
        try {
            marshaller.value("k", entry);
        } catch (UndecodableException wrong) {
            failures.add(wrong);
        }
    }
}
