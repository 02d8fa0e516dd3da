package dev.larder.jackson;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.JsonGeneratorDelegate;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Records the classes of a value while it is written, and whether class names were written. Used for one value. */
final class ObservedGenerator extends JsonGeneratorDelegate {
    /** The limit of {@code StreamReadConstraints}, with room for a sign, a point and an exponent. */
    private static final int MAX_DIGITS = 980;

    private static final double BITS_PER_DIGIT = 3.33;

    private final Set<Class<?>> proven;
    private Set<Class<?>> unproven = Set.of();
    private boolean hasTypeIds;

    /**
     * @param proven classes that are known to be read back unchanged
     */
    ObservedGenerator(JsonGenerator to, Set<Class<?>> proven) {
        super(to, false);
        this.proven = proven;
    }

    /** The classes in the value of which no object has been read back yet. */
    Set<Class<?>> unproven() {
        return unproven;
    }

    boolean hasTypeIds() {
        return hasTypeIds;
    }

    static void noteTypeId(JsonGenerator out) {
        if (out instanceof ObservedGenerator observed) {
            observed.hasTypeIds = true;
        }
    }

    /** Records the class of an object in the value, and rejects a comparator. */
    void note(@Nullable Object part) {
        if (part != null) {
            JdkJsonTypes.requireNaturalOrder(part);
        }
        if (part != null && !proven.contains(part.getClass())) {
            Set<Class<?>> more = new HashSet<>(unproven);
            more.add(part.getClass());
            unproven = more;
        }
    }

    @Override
    public void writeStartObject(Object part) throws IOException {
        note(part);
        super.writeStartObject(part);
    }

    @Override
    public void writeStartObject(Object part, int size) throws IOException {
        note(part);
        super.writeStartObject(part, size);
    }

    @Override
    public void writeStartArray(Object part) throws IOException {
        note(part);
        super.writeStartArray(part);
    }

    @Override
    public void writeStartArray(Object part, int size) throws IOException {
        note(part);
        super.writeStartArray(part, size);
    }

    @Override
    public void writeNumber(BigInteger number) throws IOException {
        requireReadable(number.bitLength() / BITS_PER_DIGIT);
        super.writeNumber(number);
    }

    @Override
    public void writeNumber(BigDecimal number) throws IOException {
        requireReadable(number.precision());
        super.writeNumber(number);
    }

    private static void requireReadable(double digits) {
        if (digits > MAX_DIGITS) {
            throw new IllegalArgumentException("a number of more than " + MAX_DIGITS
                    + " digits cannot be read back from JSON; store it as a string");
        }
    }
}
