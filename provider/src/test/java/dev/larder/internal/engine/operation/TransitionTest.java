package dev.larder.internal.engine.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.internal.engine.store.ChangeEvent;
import dev.larder.spi.ObjectEntry;
import dev.larder.spi.Stored;
import java.util.stream.Stream;
import javax.cache.event.EventType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The whole table of what a transition writes, reports and counts. */
class TransitionTest {
    private static final Stored OLD = new ObjectEntry("old", Stored.ETERNAL);
    private static final Stored NEW = new ObjectEntry("new", Stored.ETERNAL);

    enum Was {
        ABSENT,
        EXPIRED,
        LIVE
    }

    static Stream<Arguments> table() {
        return Stream.of(
                row(Was.ABSENT, EntryAction.KEEP, null, false, null, false, false),
                row(Was.EXPIRED, EntryAction.KEEP, null, true, null, false, false),
                row(Was.LIVE, EntryAction.KEEP, OLD, false, null, false, false),
                row(Was.LIVE, EntryAction.ACCESS, OLD, false, null, false, false),
                row(Was.LIVE, EntryAction.ACCESS, NEW, true, null, false, false),
                row(Was.LIVE, EntryAction.ACCESS, null, true, EventType.EXPIRED, false, false),
                row(Was.ABSENT, EntryAction.PUT, NEW, true, EventType.CREATED, true, false),
                row(Was.ABSENT, EntryAction.PUT, null, false, null, false, false),
                row(Was.EXPIRED, EntryAction.PUT, NEW, true, EventType.CREATED, true, false),
                row(Was.LIVE, EntryAction.PUT, NEW, true, EventType.UPDATED, true, false),
                row(Was.ABSENT, EntryAction.LOAD, NEW, true, EventType.CREATED, false, false),
                row(Was.LIVE, EntryAction.LOAD, NEW, true, EventType.UPDATED, false, false),
                row(Was.ABSENT, EntryAction.REMOVE, null, false, null, false, false),
                row(Was.EXPIRED, EntryAction.REMOVE, null, true, null, false, false),
                row(Was.LIVE, EntryAction.REMOVE, null, true, EventType.REMOVED, false, true));
    }

    @ParameterizedTest(name = "{0} {1} next={2}")
    @MethodSource("table")
    void transition_foundAndAction_giveTheRest(
            Was was,
            EntryAction entryAction,
            @Nullable Stored next,
            boolean writes,
            @Nullable EventType event,
            boolean put,
            boolean removal) {
        Stored found = was == Was.ABSENT ? null : OLD;
        Decision<String, String> decision = new Decision<>(entryAction, null, null, LookupOutcome.UNCOUNTED);

        Transition<String, String, String> transition =
                new Transition<>("k", found, was == Was.LIVE, was == Was.EXPIRED, decision, next);

        assertThat(transition.writes()).isEqualTo(writes);
        assertThat(transition.event()).isEqualTo(event);
        assertThat(transition.countsPut()).isEqualTo(put);
        assertThat(transition.countsRemoval()).isEqualTo(removal);
        assertThat(transition.reportsExpiry()).isEqualTo(was == Was.EXPIRED);
    }

    @Test
    void transition_updateThatExpiresAtOnce_isAnUpdateAndAPut() {
        Decision<String, String> decision = Decision.put("new", null, LookupOutcome.UNCOUNTED);
        Transition<String, String, String> transition = new Transition<>("k", OLD, true, false, decision, null, NEW);
        assertThat(transition.writes()).isTrue();
        assertThat(transition.event()).isEqualTo(EventType.UPDATED);
        assertThat(transition.countsPut()).isTrue();
        assertThat(ChangeEvent.of(transition))
                .isEqualTo(new ChangeEvent<>("k", false, EventType.UPDATED, OLD, NEW, true));
    }

    private static Arguments row(Object... columns) {
        return Arguments.of(columns);
    }
}
