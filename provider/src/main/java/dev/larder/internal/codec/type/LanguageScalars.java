package dev.larder.internal.codec.type;

import com.esotericsoftware.kryo.io.Input;
import com.esotericsoftware.kryo.io.Output;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;

/** Strings, numbers and the other basic types of the language: numbers 1 to 19. */
@SuppressWarnings("JdkObsolete") // handles these classes
final class LanguageScalars {
    private LanguageScalars() {}

    static List<ScalarType<?>> list() {
        return List.of(
                ScalarType.immutable(1, String.class, Output::writeString, Input::readString),
                ScalarType.immutable(2, Boolean.class, Output::writeBoolean, Input::readBoolean),
                ScalarType.immutable(3, Byte.class, (out, b) -> out.writeByte(b), Input::readByte),
                ScalarType.immutable(4, Short.class, (out, s) -> out.writeShort(s), Input::readShort),
                ScalarType.immutable(5, Character.class, Output::writeChar, Input::readChar),
                ScalarType.immutable(
                        6, Integer.class, (out, i) -> out.writeVarInt(i, false), in -> in.readVarInt(false)),
                ScalarType.immutable(
                        7, Long.class, (out, l) -> out.writeVarLong(l, false), in -> in.readVarLong(false)),
                // Written by the canonical bits, since every NaN equals every other.
                ScalarType.immutable(
                        8,
                        Float.class,
                        (out, f) -> out.writeInt(Float.floatToIntBits(f)),
                        in -> Float.intBitsToFloat(in.readInt())),
                ScalarType.immutable(
                        9,
                        Double.class,
                        (out, d) -> out.writeLong(Double.doubleToLongBits(d)),
                        in -> Double.longBitsToDouble(in.readLong())),
                ScalarType.immutable(10, BigInteger.class, LanguageScalars::writeBig, LanguageScalars::readBig),
                ScalarType.immutable(11, BigDecimal.class, LanguageScalars::writeDecimal, LanguageScalars::readDecimal),
                ScalarType.mutable(
                                12,
                                StringBuilder.class,
                                (out, s) -> out.writeString(s.toString()),
                                in -> new StringBuilder(in.readString()),
                                StringBuilder::new)
                        .comparedByIdentity(),
                ScalarType.mutable(
                                13,
                                StringBuffer.class,
                                (out, s) -> out.writeString(s.toString()),
                                in -> new StringBuffer(in.readString()),
                                StringBuffer::new)
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
