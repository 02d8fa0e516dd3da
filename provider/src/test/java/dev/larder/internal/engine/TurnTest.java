package dev.larder.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.spi.ObjectEntry;
import dev.larder.spi.Stored;
import java.util.stream.Stream;
import javax.cache.event.EventType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The whole table of what a turn writes, reports and counts. */
class TurnTest {
    private static final Stored OLD = new ObjectEntry("old", Stored.ETERNAL);
    private static final Stored NEW = new ObjectEntry("new", Stored.ETERNAL);

    enum Was {
        ABSENT,
        EXPIRED,
        LIVE
    }

    static Stream<Arguments> table() {
        return Stream.of(
                row(Was.ABSENT, Effect.KEEP, null, false, null, false, false),
                row(Was.EXPIRED, Effect.KEEP, null, true, null, false, false),
                row(Was.LIVE, Effect.KEEP, OLD, false, null, false, false),
                row(Was.LIVE, Effect.ACCESS, OLD, false, null, false, false),
                row(Was.LIVE, Effect.ACCESS, NEW, true, null, false, false),
                row(Was.LIVE, Effect.ACCESS, null, true, EventType.EXPIRED, false, false),
                row(Was.ABSENT, Effect.PUT, NEW, true, EventType.CREATED, true, false),
                row(Was.ABSENT, Effect.PUT, null, false, null, false, false),
                row(Was.EXPIRED, Effect.PUT, NEW, true, EventType.CREATED, true, false),
                row(Was.LIVE, Effect.PUT, NEW, true, EventType.UPDATED, true, false),
                row(Was.ABSENT, Effect.LOAD, NEW, true, EventType.CREATED, false, false),
                row(Was.LIVE, Effect.LOAD, NEW, true, EventType.UPDATED, false, false),
                row(Was.ABSENT, Effect.REMOVE, null, false, null, false, false),
                row(Was.EXPIRED, Effect.REMOVE, null, true, null, false, false),
                row(Was.LIVE, Effect.REMOVE, null, true, EventType.REMOVED, false, true));
    }

    @ParameterizedTest(name = "{0} {1} next={2}")
    @MethodSource("table")
    void turn_foundAndEffect_giveTheRest(
            Was was,
            Effect effect,
            @Nullable Stored next,
            boolean writes,
            @Nullable EventType event,
            boolean put,
            boolean removal) {
        Stored found = was == Was.ABSENT ? null : OLD;
        Verdict<String, String> verdict = new Verdict<>(effect, null, null, Presence.UNCOUNTED);

        Turn<String, String, String> turn = new Turn<>("k", found, was == Was.LIVE, was == Was.EXPIRED, verdict, next);

        assertThat(turn.writes()).isEqualTo(writes);
        assertThat(turn.event()).isEqualTo(event);
        assertThat(turn.countsPut()).isEqualTo(put);
        assertThat(turn.countsRemoval()).isEqualTo(removal);
        assertThat(turn.reportsExpiry()).isEqualTo(was == Was.EXPIRED);
    }

    @Test
    void turn_updateThatExpiresAtOnce_isAnUpdateAndAPut() {
        Verdict<String, String> verdict = Verdict.put("new", null, Presence.UNCOUNTED);
        Turn<String, String, String> turn = new Turn<>("k", OLD, true, false, verdict, null, NEW);
        assertThat(turn.writes()).isTrue();
        assertThat(turn.event()).isEqualTo(EventType.UPDATED);
        assertThat(turn.countsPut()).isTrue();
        assertThat(News.of(turn)).isEqualTo(new News<>("k", false, EventType.UPDATED, OLD, NEW, true));
    }

    private static Arguments row(Object... columns) {
        return Arguments.of(columns);
    }
}
