package dev.larder.mapdb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.spi.Backend;
import dev.larder.spi.ByteEntry;
import dev.larder.spi.ByteKey;
import dev.larder.spi.ByteStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills processes that write, at random moments, and looks at what they leave: nothing, or exactly what was there
 * after some step. The system property {@code larder.crash.kills} says how many kills for each durability.
 */
final class KillTest {
    private static final int KILLS = Integer.getInteger("larder.crash.kills", 5);
    private static final int COMPACTING_KILLS = (KILLS + 1) / 2;
    private static final long SEED = Long.getLong("larder.crash.seed", System.nanoTime());
    private static final long COMMIT_MILLIS = 100;
    /** How much later than due a commit may come on a machine that is busy with other things. */
    private static final long PATIENCE_MILLIS = 400;

    @TempDir
    Path folder;

    private final Random random = new Random(SEED);
    private int ballast;
    private int carried;
    private int amid;
    private int cold;
    private int kept;

    @Test
    void kill_durabilityCrash_leavesTheLastCommit() throws IOException, InterruptedException {
        for (int round = 0; round < KILLS; round++) {
            kill("crash&commit-interval=" + COMMIT_MILLIS + "ms", round);
        }
        report("crash", KILLS);
        assertThat(kept * 100)
                .as("kills that left all that was committed, in percent")
                .isGreaterThanOrEqualTo(95 * KILLS);
    }

    @Test
    void kill_durabilityRestart_startsCold() throws IOException, InterruptedException {
        for (int round = 0; round < KILLS; round++) {
            kill("restart", round);
        }
        report("restart", KILLS);
        assertThat(cold).isEqualTo(KILLS);
        try (var files = Files.list(folder)) {
            assertThat(files.filter(each -> each.toString().contains(".broken-")))
                    .as("files moved aside")
                    .hasSizeBetween(1, 2);
        }
    }

    @Test
    void kill_whileCompacting_leavesTheLastCommit() throws IOException, InterruptedException {
        ballast = 5_000;
        for (int round = 0; round < COMPACTING_KILLS; round++) {
            kill("crash&compact-threshold=20&commit-interval=" + COMMIT_MILLIS + "ms", round);
        }
        report("crash, while compacting", COMPACTING_KILLS);
        assertThat(kept * 100)
                .as("kills that left all that was committed, in percent")
                .isGreaterThanOrEqualTo(95 * COMPACTING_KILLS);
    }

    @Test
    void kill_whileCompactingDurabilityRestart_startsCold() throws IOException, InterruptedException {
        ballast = 5_000;
        for (int round = 0; round < COMPACTING_KILLS; round++) {
            kill("restart&compact-threshold=20", round);
        }
        report("restart, while compacting", COMPACTING_KILLS);
        assertThat(cold).isEqualTo(COMPACTING_KILLS);
    }

    private void kill(String durability, int round) throws IOException, InterruptedException {
        Path file = folder.resolve("kill.db");
        Path copy = folder.resolve("kill.db.copy");
        String address = "mapdb:" + file + "?durability=" + durability;
        String cache = "round " + round;
        Victim victim = Victim.start(address, cache, seed(round), ballast);
        victim.awaitFirstWord();
        if (ballast > 0) {
            victim.awaitFile(copy);
        }
        long moment = victim.killAfter(random.nextInt(ballast > 0 ? 500 : 900));
        amid += Files.exists(copy) ? 1 : 0;
        Backend backend = Stores.backend(address);
        try (backend) {
            ByteStore store = Stores.open(backend, cache);
            Map<ByteKey, ByteEntry> found = new HashMap<>();
            store.iterator().forEachRemaining(each -> found.put(each.getKey(), each.getValue()));
            cold += found.isEmpty() ? 1 : 0;
            boolean all = true;
            for (int thread = 0; thread < Writer.THREADS; thread++) {
                int committed = victim.stepAt(moment - COMMIT_MILLIS - PATIENCE_MILLIS, thread);
                all &= check(new History(seed(round) + thread), found, store) >= committed;
            }
            kept += all ? 1 : 0;
            store.clear();
            if (ballast > 0 && durability.startsWith("crash")) {
                int there = Ballast.check(Stores.open(backend, Ballast.CACHE), ballast);
                assertThat(there).as("entries that no thread removes").isGreaterThanOrEqualTo(carried);
                carried = there;
            }
        }
    }

    private long seed(int round) {
        return (SEED & 0xFFFF) * 1_000 + round * 10L;
    }

    /** Finds the step after which things were as they are now, and makes sure that there is one. */
    private static int check(History history, Map<ByteKey, ByteEntry> all, ByteStore store) {
        Map<ByteKey, Integer> steps = new HashMap<>();
        String ours = "key " + history.seed() + ' ';
        all.forEach((key, entry) -> {
            if (key.toString().startsWith(ours)) {
                int step = History.step(entry);
                assertThat(entry.bytes())
                        .as("what step %s wrote", step)
                        .isEqualTo(history.entry(step).bytes());
                assertThat(store.read(key)).as("%s, read by itself", key).isNotNull();
                steps.put(key, step);
            }
        });
        int last = steps.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        Map<ByteKey, Integer> state = history.after(last);
        if (!state.equals(steps)) {
            history.follow(state, ++last);
        }
        assertThat(steps).as("the state after step %s", last).isEqualTo(state);
        return last;
    }

    private void report(String durability, int kills) {
        System.out.printf(
                "durability=%s: %d kills, %d with a copy half made, 0 wrong values, 0 failed opens, %d found empty%s (seed %d)%n",
                durability,
                kills,
                amid,
                cold,
                durability.startsWith("crash") ? ", " + kept + " kept all that was committed" : "",
                SEED);
    }
}
