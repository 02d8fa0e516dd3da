package dev.larder.internal.codec.record;

import dev.larder.internal.codec.UndecodableException;

/**
 * What one record may cost its reader, by its length, before anything is made of it. A record that a writer made
 * stays far below; one that was forged ends in an {@link UndecodableException} instead of an exhausted JVM.
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

    /** For the next record, of {@code bytes} bytes. */
    void begin(int bytes) {
        size = bytes;
        elements = bytes;
        memory = LEAST_MEMORY + (long) MEMORY_PER_BYTE * bytes;
        work = LEAST_WORK + (long) WORK_PER_BYTE * bytes;
    }

    /** How many bytes the record has. */
    public int size() {
        return size;
    }

    /**
     * Announces elements of a collection. Each takes bytes that no other element takes, so all collections of a
     * record together, nested or not, hold no more than its length.
     *
     * @param bytes the least that they take in the record
     */
    void elements(long bytes) {
        elements -= bytes;
        if (elements < 0) {
            throw exceeded("its collections announce more elements than its bytes can hold");
        }
    }

    /** Announces an object that takes more memory than its bytes in the record suggest. */
    public void memory(long bytes) {
        memory -= bytes;
        if (memory < 0) {
            throw exceeded("it claims too much memory");
        }
    }

    /**
     * Announces that an object is hashed or compared. Its weight is its length in the record if all it refers to
     * were spelt out: what a walk over it takes.
     */
    public void work(long weight, long times) {
        if (times > 0 && weight > work / times) {
            throw exceeded("its keys and elements take too long to be hashed and compared");
        }
        work -= weight * times;
    }

    private UndecodableException exceeded(String why) {
        return new UndecodableException("a record of " + size + " bytes is beyond its budget: " + why);
    }
}
