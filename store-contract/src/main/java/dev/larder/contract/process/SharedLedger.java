package dev.larder.contract.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Records outside of any cache, and the versions that reads must at least see. They are in memory that several JVMs
 * share through a file. No number in it ever decreases.
 */
final class SharedLedger {
    static final int RECORDS = 8;
    private static final VarHandle LONG = MethodHandles.byteBufferViewVarHandle(long[].class, ByteOrder.nativeOrder());

    private final ByteBuffer places;

    /** Opens the ledger in a file, which is created if it doesn't exist. */
    SharedLedger(Path file) {
        int size = (2 * RECORDS + Counter.values().length) * Long.BYTES;
        try (FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            places = channel.map(FileChannel.MapMode.READ_WRITE, 0, size);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** A counter over all JVMs. */
    enum Counter {
        ARRIVALS,
        READS,
        COMPUTATIONS,
        INVALIDATIONS
    }

    /** The present content of a record. */
    long record(int number) {
        return at(number);
    }

    /** Changes a record and returns its new content. */
    long change(int number) {
        return raise(number);
    }

    /** The oldest content that a read which begins now may return. */
    long minimum(int number) {
        return at(RECORDS + number);
    }

    /** Declares that no read which begins later may return older content than this. */
    void raiseMinimum(int number, long content) {
        int place = RECORDS + number;
        for (long before = at(place); before < content; before = at(place)) {
            LONG.compareAndSet(places, place * Long.BYTES, before, content);
        }
    }

    long count(Counter counter) {
        return at(2 * RECORDS + counter.ordinal());
    }

    void add(Counter counter) {
        raise(2 * RECORDS + counter.ordinal());
    }

    private long at(int place) {
        return (long) LONG.getVolatile(places, place * Long.BYTES);
    }

    private long raise(int place) {
        return (long) LONG.getAndAdd(places, place * Long.BYTES, 1L) + 1;
    }
}
