package dev.larder.benchmarks.file;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One contender with values of one size, in a JVM of its own: fills, reads, writes, closes and opens again, and
 * prints what that took as one line of numbers. Times are CPU time of the whole process for each operation, as
 * other processes on the machine do not count there.
 */
final class Trial {
    private static final int COLLECTIONS = 4;

    private final Contender contender;
    private final int entries;
    private final int valueBytes;
    private final long millis;
    private final Path folder;
    private final Random random = new Random(42);

    private Trial(String[] arguments) throws IOException {
        contender = Contender.valueOf(arguments[0]);
        entries = Integer.parseInt(arguments[1]);
        valueBytes = Integer.parseInt(arguments[2]);
        millis = Long.parseLong(arguments[3]);
        folder = Files.createTempDirectory(
                Path.of(arguments[4]), contender.name().toLowerCase(Locale.ROOT));
    }

    /**
     * Runs it.
     *
     * @param arguments contender, entries, bytes of a value, milliseconds of each measurement, folder
     */
    public static void main(String[] arguments) throws Exception {
        Trial trial = new Trial(arguments);
        try {
            System.out.println(trial.run());
        } finally {
            delete(trial.folder);
        }
        Runtime.getRuntime().halt(0); // Some contenders leave threads behind.
    }

    private Result run() throws Exception {
        Disk disk = contender.open(folder);
        long before = heap();
        long begin = cpu();
        for (int key = 0; key < entries; key++) {
            disk.put(key, value(key));
        }
        double fill = (double) (cpu() - begin) / entries;
        measure(disk, 0);
        measure(disk, 100);
        double get = measure(disk, 0);
        double put = measure(disk, 100);
        double mixed = measure(disk, 20);
        double heap = (double) (heap() - before) / entries;
        disk.close();
        double megabytes = size() / 1e6;
        long opened = System.nanoTime();
        Disk again = contender.open(folder);
        check(again.get(entries / 2));
        double reopen = (System.nanoTime() - opened) / 1e6;
        again.close();
        return new Result(fill, get, put, mixed, reopen, megabytes, heap);
    }

    private double measure(Disk disk, int writesPercent) throws Exception {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        long begin = cpu();
        long operations = 0;
        while (System.nanoTime() < end) {
            for (int i = 0; i < 100; i++) {
                int key = random.nextInt(entries);
                if (random.nextInt(100) < writesPercent) {
                    disk.put(key, value(key));
                } else {
                    check(disk.get(key));
                }
            }
            operations += 100;
        }
        return (double) (cpu() - begin) / operations;
    }

    private void check(byte @Nullable [] found) {
        if (found == null || found.length != valueBytes) {
            throw new IllegalStateException(contender.title() + " lost an entry");
        }
    }

    private byte[] value(int key) {
        byte[] value = new byte[valueBytes];
        Arrays.fill(value, (byte) key);
        value[0] = (byte) random.nextInt();
        return value;
    }

    private static long cpu() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }

    private static long heap() {
        var memory = ManagementFactory.getMemoryMXBean();
        for (int i = 0; i < COLLECTIONS; i++) {
            memory.gc();
        }
        return memory.getHeapMemoryUsage().getUsed();
    }

    private long size() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(each -> each.toFile().length())
                    .sum();
        }
    }

    static void delete(Path folder) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes unused) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path emptied, @Nullable IOException unused) throws IOException {
                Files.delete(emptied);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
