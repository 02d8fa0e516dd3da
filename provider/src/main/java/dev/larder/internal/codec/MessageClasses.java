package dev.larder.internal.codec;

import com.esotericsoftware.kryo.ClassResolver;
import com.esotericsoftware.kryo.Kryo;
import com.esotericsoftware.kryo.Registration;
import com.esotericsoftware.kryo.io.Input;
import com.esotericsoftware.kryo.io.Output;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * How classes stand in bytes: 0 is null, 1 a name, anything above a number of the format plus 2. A
 * name is spelt out once per record, with the fingerprint of its fields, and is then referred to by
 * its place. A class the gate does not know passes in neither direction.
 */
final class MessageClasses implements ClassResolver {
    private static final int NULL = 0;
    private static final int NAME = 1;
    private static final int FIRST_ID = 2;
    private static final int LONGEST_NAME = 2_000;
    private static final int LAST_OF_PRINT = 3;
    private static final Gate SHUT = new Gate("none", java.util.Set.of(), AllowList.NONE);

    private final Vocabulary vocabulary;
    private final @Nullable Known[] recent = new @Nullable Known[16];
    private Known[] names = new Known[8];
    private int count;
    private Gate gate = SHUT;
    private boolean isStarted;

    MessageClasses(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    Gate gate() {
        return gate;
    }

    void passThrough(Gate next) {
        isStarted = true;
        gate = next;
    }

    @Override
    public @Nullable Known getRegistration(Class type) {
        return isStarted ? vocabulary.of(type) : null;
    }

    @Override
    public @Nullable Registration writeClass(Output out, @Nullable Class type) {
        if (type == null) {
            out.writeByte(NULL);
            return null;
        }
        Known known = vocabulary.of(type);
        if (known.isNamed()) {
            writeName(out, known);
        } else {
            out.writeVarInt(known.getId() + FIRST_ID, true);
        }
        return known;
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
        Known known = JdkVocabulary.of(number - FIRST_ID);
        if (known == null) {
            throw new UndecodableException("bytes hold a type with the unknown number " + (number - FIRST_ID));
        }
        return known;
    }

    private void writeName(Output out, Known known) {
        out.writeByte(NAME);
        for (int place = 0; place < count; place++) {
            if (known.equals(names[place])) {
                out.writeVarInt(place, true);
                return;
            }
        }
        gate.toWrite(known.getType());
        out.writeVarInt(count, true);
        out.writeBytes(known.form());
        add(known);
    }

    private Known readName(CheckedInput in) {
        int place = in.readVarInt(true);
        if (place >= 0 && place < count) {
            return names[place];
        }
        if (place != count) {
            throw new UndecodableException("bytes refer to class name " + place + " of " + count);
        }
        Known known = next(in);
        add(known);
        return known;
    }

    /** A class that was met lately is known by its bytes, without a string being made of them. */
    private Known next(CheckedInput in) {
        int place = in.peek(LAST_OF_PRINT) & (recent.length - 1);
        Known known = recent[place];
        if (known == null || !in.skip(known.form())) {
            known = spelt(in);
            recent[place] = known;
        }
        gate.toRead(known.getType());
        return known;
    }

    private Known spelt(CheckedInput in) {
        int start = in.position();
        in.readInt();
        String name = in.readString();
        if (name.length() > LONGEST_NAME) {
            throw new UndecodableException("bytes hold a class name of " + name.length() + " characters");
        }
        Known known = vocabulary.named(name, gate);
        in.setPosition(start);
        if (!in.skip(known.form())) {
            throw new UndecodableException(
                    "class " + name + " has other fields than it had when the bytes were written");
        }
        return known;
    }

    private void add(Known known) {
        if (count == names.length) {
            names = Arrays.copyOf(names, 2 * count);
        }
        names[count++] = known;
    }

    @Override
    public void reset() {
        count = 0;
    }

    @Override
    public void setKryo(Kryo kryo) {}

    // As it starts, Kryo announces its own serialisers of primitive types; the vocabulary has others.
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
        return vocabulary.of(type);
    }

    @Override
    public @Nullable Registration getRegistration(int id) {
        return JdkVocabulary.of(id);
    }
}
