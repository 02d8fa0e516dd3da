package dev.larder.mapdb;

import dev.larder.spi.Backend;
import dev.larder.spi.ByteStore;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.atomic.AtomicIntegerArray;

/**
 * A process that writes until it is killed: two threads with a history each. Every few milliseconds it says
 * how far each of them is, and when that was.
 */
final class Writer {
    static final int THREADS = 2;
    private static final int REPORT_MILLIS = 10;
    private static final AtomicIntegerArray STEPS = new AtomicIntegerArray(THREADS);

    private Writer() {}

    /**
     * Runs for ever.
     *
     * @param arguments the address, the cache's name, the seed, and how many entries another cache shall have
     */
    public static void main(String[] arguments) throws InterruptedException {
        new Thread(Writer::endWithParent).start();
        Backend backend = Stores.backend(arguments[0]);
        ByteStore store = Stores.open(backend, arguments[1]);
        ByteStore heavy = Stores.open(backend, Ballast.CACHE);
        int ballast = Integer.parseInt(arguments[3]);
        Ballast.load(heavy, ballast);
        new Thread(() -> Ballast.reload(heavy, ballast)).start();
        long seed = Long.parseLong(arguments[2]);
        for (int i = 0; i < THREADS; i++) {
            int number = i;
            new Thread(() -> write(store, new History(seed + number), number)).start();
        }
        while (true) {
            Thread.sleep(REPORT_MILLIS);
            report();
        }
    }

    // The parent says nothing; the end of its silence is its own.
    private static void endWithParent() {
        try {
            System.in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException gone) {
            // As good as its end.
        }
        Runtime.getRuntime().halt(1);
    }

    private static void write(ByteStore store, History history, int number) {
        try {
            for (int step = 1; ; step++) {
                history.take(store, step);
                STEPS.set(number, step);
            }
        } catch (RuntimeException | Error failure) {
            failure.printStackTrace();
            Runtime.getRuntime().halt(9);
        }
    }

    private static void report() {
        StringBuilder line = new StringBuilder();
        for (int number = 0; number < THREADS; number++) {
            line.append(STEPS.get(number)).append(' ');
        }
        System.out.println(line.append(System.currentTimeMillis()));
        System.out.flush();
    }
}
