package dev.larder.internal.codec;

import java.util.Date;
import java.util.Objects;

/**
 * {@code java.sql.Date} and {@code java.sql.Time} in keys. They are equal to a {@code java.util.Date} of the same
 * millisecond, and it to them, so all three are written as the last; which one it was travels in the record. A
 * {@code Timestamp} is another key: it is equal to none of the three.
 */
@SuppressWarnings("JavaUtilDate") // it is about them
final class DateKinds {
    private static final int DATE = 45;
    private static final int SQL_DATE = 55;
    private static final int SQL_TIME = 56;

    /** What a hash code, the other thing that travels so, is hardly ever. */
    private static final int MARK = 0x5DA7_E000;

    private DateKinds() {}

    /** The scalar by which one is written in a key. */
    static Scalar<?> written(Scalar<?> scalar) {
        return isAlias(scalar.id()) ? Objects.requireNonNull(Scalars.of(DATE)) : scalar;
    }

    /** Whether a number is never written in a key. */
    static boolean isAlias(int id) {
        return id == SQL_DATE || id == SQL_TIME;
    }

    /** What is written besides for one that is written otherwise. */
    static int extra(Scalar<?> scalar) {
        return MARK | scalar.id();
    }

    /** A date as what it was; {@code extras} may hold what others left there. */
    static Object read(Scalar<?> scalar, Object read, CheckedInput extras) {
        if (scalar.id() != DATE || extras.left() < Integer.BYTES) {
            return read;
        }
        int position = extras.position();
        int extra = extras.readInt();
        if (extra == (MARK | SQL_DATE) || extra == (MARK | SQL_TIME)) {
            return as(extra & 0xFF, (Date) read);
        }
        extras.setPosition(position);
        return read;
    }

    private static Object as(int id, Date date) {
        Scalar<?> kind = Scalars.of(id);
        return kind == null ? date : KeyParts.dateOf(kind.type(), date);
    }
}
