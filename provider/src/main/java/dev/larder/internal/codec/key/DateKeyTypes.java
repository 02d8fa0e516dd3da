package dev.larder.internal.codec.key;

import dev.larder.internal.codec.record.CheckedInput;
import dev.larder.internal.codec.type.ScalarType;
import dev.larder.internal.codec.type.ScalarTypes;
import java.util.Date;
import java.util.Objects;

/**
 * Writes {@code java.sql.Date} and {@code java.sql.Time} in keys. They are equal to a {@code java.util.Date} of the
 * same millisecond and vice versa, so all three are written as {@code java.util.Date}. The original class is stored in
 * the record. A {@code Timestamp} is a different key: it is equal to none of the three.
 */
@SuppressWarnings("JavaUtilDate") // handles these classes
final class DateKeyTypes {
    private static final int DATE = 45;
    private static final int SQL_DATE = 55;
    private static final int SQL_TIME = 56;

    /** A value that a hash code, the other kind of extra, hardly ever has. */
    private static final int MARK = 0x5DA7_E000;

    private DateKeyTypes() {}

    /** The scalar type that is written in a key for this one. */
    static ScalarType<?> written(ScalarType<?> scalarType) {
        return isAlias(scalarType.id()) ? Objects.requireNonNull(ScalarTypes.of(DATE)) : scalarType;
    }

    /** Whether a type number is never written in a key. */
    static boolean isAlias(int id) {
        return id == SQL_DATE || id == SQL_TIME;
    }

    /** The extra that identifies the original type. */
    static int extra(ScalarType<?> scalarType) {
        return MARK | scalarType.id();
    }

    /** Converts a date to its original class; {@code extras} may hold other extras. */
    static Object read(ScalarType<?> scalarType, Object read, CheckedInput extras) {
        if (scalarType.id() != DATE || extras.left() < Integer.BYTES) {
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
        ScalarType<?> kind = ScalarTypes.of(id);
        return kind == null ? date : KeyFieldConverter.dateOf(kind.type(), date);
    }
}
