package dev.larder.mapdb;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import org.mapdb.DB;
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
        if (idle > settings.compactThreshold() && used > WORTH_WHILE) {
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

    private void copy() throws IOException {
        long end = System.nanoTime() + LONGEST.toNanos();
        DB from = DBMaker.volumeDB(new FileVolume(places.file(), settings.growthStep()), true)
                .make();
        FileVolume volume = new FileVolume(places.next(), settings.growthStep());
        Vessel to = Vessel.of(DBMaker.volumeDB(volume, false).make(), volume, null);
        try {
            to.catalogue().copy(Catalogue.create(from), () -> refuseAfter(end));
            to.db().commit();
        } finally {
            long used = to.used();
            to.drop();
            from.close();
            FileOpening.cutOff(places.next(), used);
        }
    }

    private static void refuseAfter(long end) {
        if (System.nanoTime() - end > 0) {
            throw new CancellationException("it took more than " + LONGEST.toSeconds() + " s");
        }
    }
}
