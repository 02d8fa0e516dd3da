package dev.larder.mapdb.file;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Identifies the current boot of the machine. Memory that isn't on the disk yet does not survive a reboot. */
public final class BootId {
    /** The boot is unknown; it counts as different from any other. */
    public static final long UNKNOWN = 0;

    private static final Path LINUX = Path.of("/proc/sys/kernel/random/boot_id");
    private static final long ID = find();

    private BootId() {}

    public static long id() {
        return ID;
    }

    private static long find() {
        try {
            String text = Files.readString(LINUX, StandardCharsets.US_ASCII).trim();
            return number(UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.US_ASCII)));
        } catch (IOException elsewhere) {
            return firstProcess();
        }
    }

    // On other Unix systems the first process starts with the machine.
    private static long firstProcess() {
        Optional<Instant> start =
                ProcessHandle.of(1).flatMap(first -> first.info().startInstant());
        return start.map(Instant::toEpochMilli).orElse(UNKNOWN);
    }

    private static long number(UUID id) {
        return id.getMostSignificantBits() | 1;
    }
}
