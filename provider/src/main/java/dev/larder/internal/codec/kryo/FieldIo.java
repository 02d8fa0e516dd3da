package dev.larder.internal.codec.kryo;

import dev.larder.internal.codec.record.CheckedInput;
import dev.larder.internal.codec.record.RecordOutput;
import dev.larder.internal.codec.type.Enums;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import org.jspecify.annotations.Nullable;

/**
 * Writes and reads one field by its declared type: primitives, strings and enums without their class, other types with
 * it. Kryo's own cached fields omit the class of any final type, and write an enum by its ordinal. The handles are
 * {@code (LarderKryo, RecordOutput, T)void} and {@code (LarderKryo, CheckedInput)T}.
 */
final class FieldIo {
    private static final MethodHandles.Lookup HERE = MethodHandles.lookup();

    private FieldIo() {}

    static MethodHandle writer(Class<?> type) {
        Class<?> as = erased(type);
        MethodHandle write = find("write", MethodType.methodType(void.class, LarderKryo.class, RecordOutput.class, as));
        return write.asType(write.type().changeParameterType(2, type));
    }

    static MethodHandle reader(Class<?> type) {
        if (type.isEnum()) {
            MethodType general = MethodType.methodType(Enum.class, Class.class, LarderKryo.class, CheckedInput.class);
            MethodHandle read = MethodHandles.insertArguments(find("readEnum", general), 0, type);
            return read.asType(read.type().changeReturnType(type));
        }
        Class<?> as = erased(type);
        MethodHandle read = find(nameOf(as), MethodType.methodType(as, LarderKryo.class, CheckedInput.class));
        return read.asType(read.type().changeReturnType(type));
    }

    private static Class<?> erased(Class<?> type) {
        if (type.isPrimitive() || type == String.class) {
            return type;
        }
        return type.isEnum() ? Enum.class : Object.class;
    }

    private static String nameOf(Class<?> type) {
        String name = type.getSimpleName();
        return "read" + Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    private static MethodHandle find(String name, MethodType type) {
        try {
            return HERE.findStatic(FieldIo.class, name, type);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static void write(LarderKryo larderKryo, RecordOutput out, boolean value) {
        out.writeBoolean(value);
    }

    static void write(LarderKryo larderKryo, RecordOutput out, byte value) {
        out.writeByte(value);
    }

    static void write(LarderKryo larderKryo, RecordOutput out, short value) {
        out.writeShort(value);
    }

    static void write(LarderKryo larderKryo, RecordOutput out, char value) {
        out.writeChar(value);
    }

    static void write(LarderKryo larderKryo, RecordOutput out, int value) {
        out.writeVarInt(value, false);
    }

    static void write(LarderKryo larderKryo, RecordOutput out, long value) {
        out.writeVarLong(value, false);
    }

    static void write(LarderKryo larderKryo, RecordOutput out, float value) {
        out.writeFloat(value);
    }

    static void write(LarderKryo larderKryo, RecordOutput out, double value) {
        out.writeDouble(value);
    }

    static void write(LarderKryo larderKryo, RecordOutput out, @Nullable String value) {
        out.writeString(value);
    }

    static void write(LarderKryo larderKryo, RecordOutput out, @Nullable Enum<?> value) {
        out.writeString(value == null ? null : value.name());
    }

    static void write(LarderKryo larderKryo, RecordOutput out, @Nullable Object value) {
        larderKryo.writeClassAndObject(out, value);
    }

    static boolean readBoolean(LarderKryo larderKryo, CheckedInput in) {
        return in.readBoolean();
    }

    static byte readByte(LarderKryo larderKryo, CheckedInput in) {
        return in.readByte();
    }

    static short readShort(LarderKryo larderKryo, CheckedInput in) {
        return in.readShort();
    }

    static char readChar(LarderKryo larderKryo, CheckedInput in) {
        return in.readChar();
    }

    static int readInt(LarderKryo larderKryo, CheckedInput in) {
        return in.readVarInt(false);
    }

    static long readLong(LarderKryo larderKryo, CheckedInput in) {
        return in.readVarLong(false);
    }

    static float readFloat(LarderKryo larderKryo, CheckedInput in) {
        return in.readFloat();
    }

    static double readDouble(LarderKryo larderKryo, CheckedInput in) {
        return in.readDouble();
    }

    static @Nullable String readString(LarderKryo larderKryo, CheckedInput in) {
        return in.readText();
    }

    static @Nullable Enum<?> readEnum(Class<?> type, LarderKryo larderKryo, CheckedInput in) {
        String name = in.readText();
        return name == null ? null : Enums.constant(type, name);
    }

    static @Nullable Object readObject(LarderKryo larderKryo, CheckedInput in) {
        return larderKryo.readClassAndObject(in);
    }
}
