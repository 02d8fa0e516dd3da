package dev.larder.internal.codec.type;

import com.esotericsoftware.kryo.io.Input;
import com.esotericsoftware.kryo.io.Output;
import com.esotericsoftware.kryo.serializers.DefaultSerializers.BooleanSerializer;
import com.esotericsoftware.kryo.serializers.DefaultSerializers.ByteSerializer;
import com.esotericsoftware.kryo.serializers.DefaultSerializers.CharSerializer;
import com.esotericsoftware.kryo.serializers.DefaultSerializers.DoubleSerializer;
import com.esotericsoftware.kryo.serializers.DefaultSerializers.FloatSerializer;
import com.esotericsoftware.kryo.serializers.DefaultSerializers.IntSerializer;
import com.esotericsoftware.kryo.serializers.DefaultSerializers.LongSerializer;
import com.esotericsoftware.kryo.serializers.DefaultSerializers.ShortSerializer;
import com.esotericsoftware.kryo.serializers.DefaultSerializers.StringBufferSerializer;
import com.esotericsoftware.kryo.serializers.DefaultSerializers.StringBuilderSerializer;
import com.esotericsoftware.kryo.serializers.DefaultSerializers.StringSerializer;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;

/**
 * Strings, numbers and the other basic types of the language: numbers 1 to 19. Kryo's own serializers of {@code
 * BigInteger} and {@code BigDecimal} write other bytes.
 */
@SuppressWarnings("JdkObsolete") // handles these classes
final class LanguageScalars {
    private LanguageScalars() {}

    static List<ScalarType<?>> list() {
        return List.of(
                ScalarType.of(1, String.class, new StringSerializer()),
                ScalarType.of(2, Boolean.class, new BooleanSerializer()),
                ScalarType.of(3, Byte.class, new ByteSerializer()),
                ScalarType.of(4, Short.class, new ShortSerializer()),
                ScalarType.of(5, Character.class, new CharSerializer()),
                ScalarType.of(6, Integer.class, new IntSerializer()),
                ScalarType.of(7, Long.class, new LongSerializer()),
                // These two write the canonical bits, as keys need it: every NaN equals every other.
                ScalarType.of(8, Float.class, new FloatSerializer()),
                ScalarType.of(9, Double.class, new DoubleSerializer()),
                ScalarType.immutable(10, BigInteger.class, LanguageScalars::writeBig, LanguageScalars::readBig),
                ScalarType.immutable(11, BigDecimal.class, LanguageScalars::writeDecimal, LanguageScalars::readDecimal),
                ScalarType.of(12, StringBuilder.class, new StringBuilderSerializer())
                        .comparedByIdentity(),
                ScalarType.of(13, StringBuffer.class, new StringBufferSerializer())
                        .comparedByIdentity(),
                ScalarType.mutable(14, Object.class, (out, o) -> {}, in -> new Object(), o -> new Object())
                        .comparedByIdentity());
    }

    private static void writeBig(Output out, BigInteger number) {
        byte[] bytes = number.toByteArray();
        out.writeVarInt(bytes.length, true);
        out.writeBytes(bytes);
    }

    private static BigInteger readBig(Input in) {
        return new BigInteger(in.readBytes(in.readVarInt(true)));
    }

    private static void writeDecimal(Output out, BigDecimal number) {
        out.writeVarInt(number.scale(), false);
        if (number.precision() <= 18) {
            out.writeByte(0);
            out.writeVarLong(number.unscaledValue().longValue(), false);
        } else {
            out.writeByte(1);
            writeBig(out, number.unscaledValue());
        }
    }

    private static BigDecimal readDecimal(Input in) {
        int scale = in.readVarInt(false);
        return in.readByte() == 0
                ? BigDecimal.valueOf(in.readVarLong(false), scale)
                : new BigDecimal(readBig(in), scale);
    }
}
