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
 * Records outside of any cache, and what was promised of them, in memory that several JVMs share by way of a file.
 * Nothing in it ever falls.
 */
final class SharedLedger {
    static final int RECORDS = 8;
    private static final VarHandle LONG = MethodHandles.byteBufferViewVarHandle(long[].class, ByteOrder.nativeOrder());

    private final ByteBuffer places;

    /** The ledger in a file, which is made if there is none. */
    SharedLedger(Path file) {
        int size = (2 * RECORDS + Counter.values().length) * Long.BYTES;
        try (FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            places = channel.map(FileChannel.MapMode.READ_WRITE, 0, size);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Something that is counted over all JVMs. */
    enum Counter {
        ARRIVALS,
        READS,
        COMPUTATIONS,
        INVALIDATIONS
    }

    /** What a record says now. */
    long record(int number) {
        return at(number);
    }

    /** Writes something new into a record; gives what it says then. */
    long change(int number) {
        return raise(number);
    }

    /** What no read that begins now may be older than. */
    long promised(int number) {
        return at(RECORDS + number);
    }

    /** No read that begins later may be older than this. */
    void promise(int number, long content) {
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
