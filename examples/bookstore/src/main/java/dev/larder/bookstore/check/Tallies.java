package dev.larder.bookstore.check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Numbers that any thread sees as soon as they are written: those of this process, or of all that map the
 * same file on one machine. All begin with 0.
 */
final class Tallies {
    private static final VarHandle INT = MethodHandles.byteBufferViewVarHandle(int[].class, ByteOrder.nativeOrder());

    private final ByteBuffer numbers;

    private Tallies(ByteBuffer numbers) {
        this.numbers = numbers;
    }

    static Tallies ofThisProcess(int size) {
        // The processor's atomic instructions want aligned memory, which only direct buffers promise.
        return new Tallies(ByteBuffer.allocateDirect((size + 1) * Integer.BYTES).alignedSlice(Integer.BYTES));
    }

    static Tallies in(Path file, int size) {
        try (FileChannel channel =
                FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.CREATE)) {
            return new Tallies(channel.map(MapMode.READ_WRITE, 0, (long) size * Integer.BYTES));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    int get(int at) {
        return (int) INT.getVolatile(numbers, at * Integer.BYTES);
    }

    void set(int at, int number) {
        INT.setVolatile(numbers, at * Integer.BYTES, number);
    }

    /** Counts one more, and gives what it was before. */
    int count(int at) {
        return (int) INT.getAndAdd(numbers, at * Integer.BYTES, 1);
    }

    /** Makes it at least so much. */
    void raise(int at, int number) {
        int found = get(at);
        while (found < number && !INT.compareAndSet(numbers, at * Integer.BYTES, found, number)) {
            found = get(at);
        }
    }
}
