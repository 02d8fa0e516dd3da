package dev.larder.internal.codec.record;

import dev.larder.internal.codec.failure.UndecodableException;

/**
 * Limits what reading one record may cost, in proportion to its length. The record of an honest writer stays far below
 * the limits. A forged one causes an {@link UndecodableException} instead of exhausting the JVM.
 */
public final class RecordBudget {
    private static final long LEAST_MEMORY = 4 << 20;
    private static final int MEMORY_PER_BYTE = 16;
    private static final long LEAST_WORK = 1 << 25;
    private static final int WORK_PER_BYTE = 16;

    private int size;
    private long elements;
    private long memory;
    private long work;

    RecordBudget() {}

    public RecordBudget(int size) {
        begin(size);
    }

    /** Starts the budget of the next record, of {@code bytes} bytes. */
    void begin(int bytes) {
        size = bytes;
        elements = bytes;
        memory = LEAST_MEMORY + (long) MEMORY_PER_BYTE * bytes;
        work = LEAST_WORK + (long) WORK_PER_BYTE * bytes;
    }

    /** The number of bytes of the record. */
    public int size() {
        return size;
    }

    /**
     * Charges the elements of a collection. Each takes bytes that no other element takes. So all collections of a
     * record together, nested or not, hold no more elements than it has bytes.
     *
     * @param bytes the minimum that they take in the record
     */
    void elements(long bytes) {
        elements -= bytes;
        if (elements < 0) {
            throw exceeded("its collections announce more elements than its bytes can hold");
        }
    }

    /** Charges an object that takes more memory than its bytes in the record suggest. */
    public void memory(long bytes) {
        memory -= bytes;
        if (memory < 0) {
            throw exceeded("it claims too much memory");
        }
    }

    /**
     * Charges the hashing or comparing of an object. Its weight is its length in the record if all objects it refers to
     * were written out, which is what traversing it takes.
     */
    public void work(long weight, long times) {
        if (times > 0 && weight > work / times) {
            throw exceeded("its keys and elements take too long to be hashed and compared");
        }
        work -= weight * times;
    }

    private UndecodableException exceeded(String why) {
        return new UndecodableException("a record of " + size + " bytes exceeds its budget: " + why);
    }
}
