package dev.larder.internal.engine.operation;

import java.math.BigInteger;
import java.util.Map;
import java.util.function.Function;
import javax.cache.CacheException;
import org.jspecify.annotations.Nullable;

/** Adds to counters of the integer types that a cache may hold. Throws instead of overflowing. */
public final class CounterArithmetic<V> {
    private static final Map<Class<?>, Function<BigInteger, Object>> TYPES = Map.of(
            Long.class, BigInteger::longValueExact,
            Integer.class, BigInteger::intValueExact,
            Short.class, BigInteger::shortValueExact,
            Byte.class, BigInteger::byteValueExact,
            BigInteger.class, number -> BigInteger.valueOf(number.longValueExact()));

    private final String cache;
    private final Class<?> created;

    /**
     * @param valueType the cache's declared type; new counters are {@code Long} if that type allows it
     */
    public CounterArithmetic(String cache, Class<V> valueType) {
        this.cache = cache;
        this.created = valueType.isAssignableFrom(Long.class) ? Long.class : valueType;
    }

    /**
     * The next value of a counter, of the same type. A new counter starts from zero.
     *
     * @throws ArithmeticException if the sum does not fit the type or a {@code long}, which the caller gets
     */
    @SuppressWarnings("unchecked") // of the type of what was there, or of the declared one
    V next(Object key, @Nullable V value, long delta) {
        try {
            return value instanceof Long number
                    ? (V) (Long) Math.addExact(number, delta)
                    : (V) make(key, value).apply(numberOf(value).add(BigInteger.valueOf(delta)));
        } catch (ArithmeticException overflow) {
            throw new ArithmeticException("cache '" + cache + "': the counter at key '" + key + "' is "
                    + (value == null ? 0 : value) + ", and adding " + delta + " does not fit "
                    + (value instanceof BigInteger ? "a long; use invoke for larger counters" : "its type"));
        }
    }

    private Function<BigInteger, Object> make(Object key, @Nullable V value) {
        Class<?> type = value == null ? created : value.getClass();
        Function<BigInteger, Object> make = TYPES.get(type);
        if (make == null) {
            throw new CacheException("cache '" + cache + "': key '" + key + "' cannot be a counter, because "
                    + (value == null ? "the cache was created for values of " : "its value is a ") + type.getName()
                    + "; counters are Long, Integer, Short, Byte or BigInteger");
        }
        return make;
    }

    private static BigInteger numberOf(@Nullable Object value) {
        if (value == null) {
            return BigInteger.ZERO;
        }
        return value instanceof BigInteger big ? big : BigInteger.valueOf(((Number) value).longValue());
    }
}
