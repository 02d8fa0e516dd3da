package dev.larder.internal.codec.kryo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.larder.internal.codec.Codecs;
import dev.larder.internal.codec.Marshaller;
import dev.larder.internal.codec.failure.CodecException;
import dev.larder.internal.codec.filter.AllowList;
import dev.larder.spi.ByteEntry;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/** Objects that occur more than once, or hold themselves. */
@NullUnmarked
class LarderKryoTest {
    static class Node {
        String name;
        Node next;
        List<Node> siblings = new ArrayList<>();

        Node(String name) {
            this.name = name;
        }
    }

    record Link(List<Object> held) {}

    private final Marshaller marshaller = new Codecs(getClass().getClassLoader(), AllowList.parse("dev.larder.**"))
            .marshaller("graphs", Set.of(), 250, 20_000_000);

    @Test
    void value_cycle_isACycle() {
        Node node = new Node("a");
        node.next = new Node("b");
        node.next.next = node;
        node.siblings.add(node);

        Node back = through(node);

        assertThat(back.next.next).isSameAs(back);
        assertThat(back.siblings.get(0)).isSameAs(back);
        assertThat(back.next.name).isEqualTo("b");
    }

    @Test
    void value_parentBehindAnUnmodifiableList_isFound() {
        Node parent = new Node("parent");
        Node child = new Node("child");
        child.next = parent;
        parent.siblings = Collections.unmodifiableList(new ArrayList<>(List.of(child)));

        Node back = through(parent);

        assertThat(back.siblings.get(0).next).isSameAs(back);
        assertThat(back.siblings.getClass()).isEqualTo(parent.siblings.getClass());
    }

    @Test
    void value_manyObjectsTwice_occurOnce() {
        List<Date> list = dates(200);
        List<Object> twice = new ArrayList<>(list);
        twice.addAll(list);

        List<Object> back = through(twice);

        assertThat(back).isEqualTo(twice);
        for (int i = 0; i < 200; i++) {
            assertThat(back.get(i)).isSameAs(back.get(i + 200));
        }
    }

    @Test
    void value_equalButSeparateObjects_staySeparate() {
        List<Date> back = through(new ArrayList<>(List.of(new Date(1), new Date(1))));

        assertThat(back.get(0)).isNotSameAs(back.get(1));
    }

    @Test
    void encode_cycleThroughARecord_isRefused() {
        List<Object> list = new ArrayList<>();
        list.add(new Link(list));
        Link link = new Link(new ArrayList<>());
        link.held().add(Optional.of(link));

        assertThat(through(list)).as("the list is there before its elements").hasSize(1);
        assertThatExceptionOfType(CodecException.class)
                .isThrownBy(() -> marshaller.encode("k", link, 0))
                .withMessageContainingAll("graphs", Link.class.getName());
    }

    @Test
    void encode_nestedTooDeeply_isRefusedOrStreamed() {
        Node node = new Node("innermost");
        for (int i = 0; i < 100_000; i++) {
            Node outer = new Node("n");
            outer.next = node;
            node = outer;
        }
        Node deepest = node;

        assertThatExceptionOfType(CodecException.class)
                .isThrownBy(() -> marshaller.encode("k", deepest, 0))
                .withMessageContaining("graphs");
    }

    @Test
    void value_setOfSets_isEqual() {
        Set<Object> set = new HashSet<>();
        for (int i = 0; i < 50; i++) {
            set.add(new HashSet<>(List.of(i, Optional.of(i))));
        }

        assertThat(through(set)).isEqualTo(set);
    }

    @Test
    void encode_afterARecordOfAMillionObjects_takesTheTimeOfItsOwnObjects() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        List<Date> few = dates(20);
        marshaller.encode("k", dates(1_000_000), 0);
        long end = threads.getCurrentThreadCpuTime() + TimeUnit.SECONDS.toNanos(5);

        int written = 0;
        while (written < 20_000 && threads.getCurrentThreadCpuTime() < end) {
            marshaller.encode("k", few, 0);
            written++;
        }

        assertThat(written).as("as many as take 0.1 s of CPU time").isEqualTo(20_000);
    }

    private static List<Date> dates(int count) {
        List<Date> dates = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            dates.add(new Date(i));
        }
        return dates;
    }

    @SuppressWarnings("unchecked")
    private <T> T through(T value) {
        return (T) marshaller.value("k", marshaller.encode("k", value, ByteEntry.ETERNAL));
    }
}
