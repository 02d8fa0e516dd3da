package dev.larder.mapdb;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mapdb.DBMaker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A file that later processes find again. The order in which things reach the disk is the whole of it:
 *
 * <ol>
 *   <li>a new file is made under another name and takes its own in one step, so there is never half a one
 *   <li>a marker (or, with durability=crash, the undo journal) is there before the file is opened
 *   <li>it goes when the file is closed in order and all its bytes are on the disk, and not before
 * </ol>
 *
 * <p>So a file beside which neither stands is whole, and one beside which a marker stands is not trusted,
 * however good it looks.
 */
final class FileGround implements Ground {
    static final long PRESET_BYTES = 1L << 30;

    private static final long SPACE_LEFT = 32L << 20;

    private static final Logger LOG = LoggerFactory.getLogger(FileGround.class);

    private final Places places;
    private final FileSettings settings;
    private @Nullable FileLease lease;

    FileGround(Places places, FileSettings settings) {
        this.places = places;
        this.settings = settings;
    }

    @Override
    public Vessel open() {
        return Uninterrupted.call(() -> {
            try {
                lease = FileLease.take(places);
            } catch (IOException unable) {
                throw new IllegalArgumentException(
                        "file '" + places.file() + "' cannot be opened for writing (" + unable
                                + "); its folder must be there and writable, for the file and what stands beside it",
                        unable);
            }
            return opened();
        });
    }

    private Vessel opened() {
        try {
            Files.deleteIfExists(places.next());
            Files.deleteIfExists(places.copy());
            return new FileOpening(places, settings).run();
        } catch (IOException | UncheckedIOException unable) {
            release();
            throw new IllegalArgumentException(
                    "file '" + places.file() + "' cannot be opened (" + unable
                            + "); make sure that its disk has space left and that it may be written",
                    unable);
        } catch (RuntimeException | Error failure) {
            release();
            throw failure;
        }
    }

    @Override
    public Vessel replace(Vessel failed, Throwable cause) {
        return Uninterrupted.call(() -> {
            dropQuietly(failed, cause);
            Path aside = Disk.aside(places);
            LOG.warn("file '{}' failed and was moved to '{}'; its caches start empty", places.file(), aside, cause);
            return new FileOpening(places, settings).cold();
        });
    }

    private static void dropQuietly(Vessel failed, Throwable cause) {
        try {
            failed.abandon();
        } catch (RuntimeException | Error asWell) {
            cause.addSuppressed(asWell);
        }
    }

    @Override
    public @Nullable Vessel spare(Vessel used) {
        if (!Compaction.isDue(used.idle(), used.used(), settings)) {
            return null;
        }
        return Uninterrupted.call(() -> {
            long room = Files.getFileStore(places.file()).getUsableSpace();
            if (room < used.used() + SPACE_LEFT) {
                throw new IOException("the disk has only " + room + " bytes left");
            }
            Files.deleteIfExists(places.copy());
            FileVolume volume = new FileVolume(places.copy(), settings.growthStep());
            return Vessel.of(DBMaker.volumeDB(volume, false).make(), volume, null);
        });
    }

    /**
     * Both databases are closed before the one file takes the other's name, and at that moment the journal has
     * nothing to undo: so whenever a kill comes, one of the two is there, whole, and fits what stands beside it.
     */
    @Override
    public Vessel relieve(Vessel used, Vessel spare) {
        return Uninterrupted.call(() -> {
            spare.drop();
            long epoch = used.retire();
            try {
                Files.move(places.copy(), places.file(), ATOMIC_MOVE, REPLACE_EXISTING);
            } catch (IOException keptAsItWas) {
                LOG.info("file '{}' could not be replaced by its copy", places.file(), keptAsItWas);
            }
            return new FileOpening(places, settings).again(epoch);
        });
    }

    @Override
    public void discard(Vessel spare) {
        Uninterrupted.run(() -> {
            spare.drop();
            Files.deleteIfExists(places.copy());
        });
    }

    @Override
    public void close(Vessel vessel, Map<String, Amount> amounts) {
        Uninterrupted.run(() -> {
            try {
                if (vessel.fault == null) {
                    settled(vessel, amounts);
                } else {
                    LOG.warn("file '{}' is closed as it failed; it is not trusted the next time", places.file());
                    vessel.abandon();
                }
            } finally {
                release();
            }
        });
    }

    private void settled(Vessel vessel, Map<String, Amount> amounts) throws IOException {
        int idle = vessel.idle();
        long used = vessel.used();
        vessel.close(amounts);
        settle(used);
        new Compaction(places, settings).runIfDue(idle, used);
    }

    /** The file is whole: on the disk with it, and then, only then, away with what says otherwise. */
    private void settle(long used) throws IOException {
        FileOpening.cutOff(places.file(), used);
        Disk.force(places.file());
        Disk.lift(places.dirty());
        Disk.lift(places.undo());
    }

    private void release() {
        FileLease held = lease;
        lease = null;
        if (held != null) {
            try {
                held.release();
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }

    @Override
    public long presetBytes() {
        return PRESET_BYTES;
    }

    @Override
    public long commitMillis() {
        return settings.durability() == Durability.CRASH
                ? settings.commitInterval().toMillis()
                : 0;
    }
}
