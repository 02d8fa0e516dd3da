package dev.larder.internal.codec.kryo;

import com.esotericsoftware.kryo.ClassResolver;
import com.esotericsoftware.kryo.Kryo;
import com.esotericsoftware.kryo.Registration;
import com.esotericsoftware.kryo.io.Input;
import com.esotericsoftware.kryo.io.Output;
import dev.larder.internal.codec.failure.UndecodableException;
import dev.larder.internal.codec.filter.AllowList;
import dev.larder.internal.codec.filter.ClassFilter;
import dev.larder.internal.codec.record.CheckedInput;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Encodes classes: 0 is null, 1 a name, anything above a number of the format plus 2. Unlike Kryo's own resolver, it
 * rejects a class that the class filter does not allow, and a class whose fields have changed. A name is written in
 * full once per record, with the fingerprint of the class's fields, and referenced by its index afterwards.
 */
final class RecordClassResolver implements ClassResolver {
    private static final int NULL = 0;
    private static final int NAME = 1;
    private static final int FIRST_ID = 2;
    private static final int LONGEST_NAME = 2_000;
    private static final int LAST_FINGERPRINT_BYTE = 3;
    private static final ClassFilter ALLOW_NOTHING = new ClassFilter("none", java.util.Set.of(), AllowList.NONE);

    private final SerializerRegistry serializerRegistry;
    private final @Nullable ClassRegistration[] recent = new @Nullable ClassRegistration[16];
    private ClassRegistration[] names = new ClassRegistration[8];
    private int count;
    private ClassFilter classFilter = ALLOW_NOTHING;
    private boolean isStarted;

    RecordClassResolver(SerializerRegistry serializerRegistry) {
        this.serializerRegistry = serializerRegistry;
    }

    ClassFilter currentFilter() {
        return classFilter;
    }

    void useFilter(ClassFilter next) {
        isStarted = true;
        classFilter = next;
    }

    @Override
    public @Nullable ClassRegistration getRegistration(Class type) {
        return isStarted ? serializerRegistry.of(type) : null;
    }

    @Override
    public @Nullable Registration writeClass(Output out, @Nullable Class type) {
        if (type == null) {
            out.writeByte(NULL);
            return null;
        }
        ClassRegistration classRegistration = serializerRegistry.of(type);
        if (classRegistration.isNamed()) {
            writeName(out, classRegistration);
        } else {
            out.writeVarInt(classRegistration.getId() + FIRST_ID, true);
        }
        return classRegistration;
    }

    @Override
    public @Nullable Registration readClass(Input in) {
        int number = in.readVarInt(true);
        if (number == NULL) {
            return null;
        }
        if (number == NAME) {
            return readName((CheckedInput) in);
        }
        ClassRegistration classRegistration = JdkSerializers.of(number - FIRST_ID);
        if (classRegistration == null) {
            throw new UndecodableException("bytes hold a type with the unknown number " + (number - FIRST_ID));
        }
        return classRegistration;
    }

    private void writeName(Output out, ClassRegistration classRegistration) {
        out.writeByte(NAME);
        for (int place = 0; place < count; place++) {
            if (classRegistration.equals(names[place])) {
                out.writeVarInt(place, true);
                return;
            }
        }
        classFilter.toWrite(classRegistration.getType());
        out.writeVarInt(count, true);
        out.writeBytes(classRegistration.encodedName());
        add(classRegistration);
    }

    private ClassRegistration readName(CheckedInput in) {
        int place = in.readVarInt(true);
        if (place >= 0 && place < count) {
            return names[place];
        }
        if (place != count) {
            throw new UndecodableException("bytes refer to class name " + place + " of " + count);
        }
        ClassRegistration classRegistration = readUnseenName(in);
        add(classRegistration);
        return classRegistration;
    }

    /** Reads the next class. A recently read class is recognised by its bytes, without creating a string. */
    private ClassRegistration readUnseenName(CheckedInput in) {
        int place = in.peek(LAST_FINGERPRINT_BYTE) & (recent.length - 1);
        ClassRegistration classRegistration = recent[place];
        if (classRegistration == null || !in.skip(classRegistration.encodedName())) {
            classRegistration = readFullName(in);
            recent[place] = classRegistration;
        }
        classFilter.toRead(classRegistration.getType());
        return classRegistration;
    }

    private ClassRegistration readFullName(CheckedInput in) {
        int start = in.position();
        in.readInt();
        String name = in.readString();
        if (name.length() > LONGEST_NAME) {
            throw new UndecodableException("bytes hold a class name of " + name.length() + " characters");
        }
        ClassRegistration classRegistration = serializerRegistry.named(name, classFilter);
        in.setPosition(start);
        if (!in.skip(classRegistration.encodedName())) {
            throw new UndecodableException(
                    "class " + name + " has other fields than it had when the bytes were written");
        }
        return classRegistration;
    }

    private void add(ClassRegistration classRegistration) {
        if (count == names.length) {
            names = Arrays.copyOf(names, 2 * count);
        }
        names[count++] = classRegistration;
    }

    @Override
    public void reset() {
        count = 0;
    }

    @Override
    public void setKryo(Kryo kryo) {}

    // On startup Kryo registers its own serialisers of primitive types; the serialiser registry has others.
    @Override
    public Registration register(Registration registration) {
        return registration;
    }

    @Override
    public @Nullable Registration unregister(int id) {
        return null;
    }

    @Override
    public Registration registerImplicit(Class type) {
        return serializerRegistry.of(type);
    }

    @Override
    public @Nullable Registration getRegistration(int id) {
        return JdkSerializers.of(id);
    }
}
