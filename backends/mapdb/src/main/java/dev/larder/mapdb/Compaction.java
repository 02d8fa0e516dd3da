package dev.larder.mapdb;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import org.mapdb.DBMaker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes a closed file anew if too much of it lies idle. It works on a copy, which takes the file's place in
 * one step, so a kill costs nothing; if it takes too long, all stays as it was until the next time.
 */
final class Compaction {
    private static final Logger LOG = LoggerFactory.getLogger(Compaction.class);
    private static final Duration LONGEST = Duration.ofSeconds(10);
    private static final long WORTH_WHILE = 4L << 20;

    private final Places places;
    private final FileSettings settings;

    Compaction(Places places, FileSettings settings) {
        this.places = places;
        this.settings = settings;
    }

    /**
     * Does it if it is due.
     *
     * @param idle the share of the file that lies idle, in percent
     * @param used the size of the file in bytes
     */
    void runIfDue(int idle, long used) throws IOException {
        if (isDue(idle, used, settings)) {
            try {
                copy();
                Disk.force(places.next());
                Disk.replace(places.file(), places.next());
            } catch (IOException | RuntimeException leftAsItWas) {
                Files.deleteIfExists(places.next());
                LOG.info("file '{}' was not compacted this time: {}", places.file(), leftAsItWas.toString());
            }
        }
    }

    static boolean isDue(int idle, long used, FileSettings settings) {
        return idle > settings.compactThreshold() && used > WORTH_WHILE;
    }

    private void copy() throws IOException {
        long end = System.nanoTime() + LONGEST.toNanos();
        Vessel from = vessel(places.file(), true);
        Vessel to = vessel(places.next(), false);
        try {
            Move move = new Move(new Stripes(), from, to);
            if (!move.copy(end)) {
                throw new CancellationException("it took more than " + LONGEST.toSeconds() + " s");
            }
            move.settle();
        } finally {
            long used = to.used();
            to.drop();
            from.drop();
            FileOpening.cutOff(places.next(), used);
        }
    }

    private Vessel vessel(Path path, boolean there) {
        FileVolume volume = new FileVolume(path, settings.growthStep());
        return Vessel.of(DBMaker.volumeDB(volume, there).make(), volume, null);
    }
}
