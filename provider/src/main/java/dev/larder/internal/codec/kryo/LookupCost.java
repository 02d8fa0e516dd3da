package dev.larder.internal.codec.kryo;

import dev.larder.internal.codec.record.RecordBudget;
import dev.larder.internal.codec.type.Classes;
import java.util.BitSet;
import java.util.SplittableRandom;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The cost of looking up each element while one collection is filled, for which Kryo has no limit. An attacker can
 * create any number of keys with equal hash codes, and objects that are shared many times over can take practically for
 * ever to hash.
 */
public abstract class LookupCost {
    private static final int FEW = 16;
    private static final int SECRET = new SplittableRandom().nextInt() | 1;

    private final RecordBudget recordBudget;

    private LookupCost(RecordBudget recordBudget) {
        this.recordBudget = recordBudget;
    }

    /**
     * The cost of a collection or map by its number in the format; null if it performs no lookup, or looks up by
     * identity.
     *
     * @param size the number of elements or pairs that it will have
     */
    public static @Nullable LookupCost of(int number, int size, RecordBudget recordBudget) {
        return switch (number) {
            case 69, 70, 78, 87, 92, 100, 101, 103, 113, 116 -> hashTable(size, recordBudget);
            case 71, 72, 73, 89, 90, 102, 104, 114, 115 -> new Sorted(recordBudget, size);
            case 75 -> new Scanned(recordBudget);
            case 105 -> new Counted(recordBudget, new int[Classes.bucketsFor(size)], false);
            case 81, 110 -> new Probed(recordBudget, size);
            default -> null;
        };
    }

    /** The cost of a JDK hash table, which turns long chains of comparable keys into trees. */
    public static LookupCost hashTable(int size, RecordBudget recordBudget) {
        int length = size < FEW ? 0 : Integer.highestOneBit(size) * 4;
        return new Counted(recordBudget, new int[length], true);
    }

    /** Charges the cost of an element to the budget, before it is added. */
    public final void add(@Nullable Object element, long weight) {
        recordBudget.work(weight, 1);
        if (element != null) {
            recordBudget.work(weight, steps(element));
        }
    }

    /** The number of other elements that the element is compared with. */
    abstract long steps(Object element);

    private static final class Counted extends LookupCost {
        private final int[] counts;
        private final boolean hasTrees;

        Counted(RecordBudget recordBudget, int[] counts, boolean hasTrees) {
            super(recordBudget);
            this.counts = counts;
            this.hasTrees = hasTrees;
        }

        @Override
        long steps(Object element) {
            if (hasTrees && (counts.length == 0 || isFoundInTrees(element))) {
                return 0;
            }
            int hash = element.hashCode();
            // These are not the positions of a JDK table. Elements that share a position usually have equal hash codes.
            int place = hasTrees
                    ? (hash * SECRET) >>> (Integer.numberOfLeadingZeros(counts.length) + 1)
                    : (hash & Integer.MAX_VALUE) % counts.length;
            return counts[place]++;
        }

        private static boolean isFoundInTrees(Object element) {
            return element instanceof String
                    || element instanceof Integer
                    || element instanceof Long
                    || element instanceof UUID
                    || element instanceof Enum<?>;
        }
    }

    /** The JDK's immutable sets and maps: the next free position after that of the hash code. */
    private static final class Probed extends LookupCost {
        private final BitSet taken = new BitSet();
        private final int places;

        Probed(RecordBudget recordBudget, int size) {
            super(recordBudget);
            places = 2 * size;
        }

        @Override
        long steps(Object element) {
            int first = Math.floorMod(element.hashCode(), places);
            int free = taken.nextClearBit(first);
            int steps = free - first;
            if (free >= places) {
                free = taken.nextClearBit(0);
                steps = places - first + free;
            }
            taken.set(free);
            return steps;
        }
    }

    private static final class Sorted extends LookupCost {
        private final int depth;

        Sorted(RecordBudget recordBudget, int size) {
            super(recordBudget);
            depth = Integer.SIZE - Integer.numberOfLeadingZeros(size);
        }

        @Override
        long steps(Object element) {
            return depth;
        }
    }

    private static final class Scanned extends LookupCost {
        private int seen;

        Scanned(RecordBudget recordBudget) {
            super(recordBudget);
        }

        @Override
        long steps(Object element) {
            return seen++;
        }
    }
}
