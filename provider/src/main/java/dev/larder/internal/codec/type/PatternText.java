package dev.larder.internal.codec.type;

import com.esotericsoftware.kryo.io.Input;
import com.esotericsoftware.kryo.io.Output;
import dev.larder.internal.codec.failure.CodecException;
import dev.larder.internal.codec.failure.UndecodableException;
import dev.larder.internal.codec.record.CheckedInput;
import java.util.regex.Pattern;

/**
 * Writes regular expressions as their text and flags, within limits that Kryo's own serializer does not have. Compiling
 * with {@link Pattern#CANON_EQ} tries all orders of the combining marks in the text; 12 of them take minutes. Patterns
 * with that flag are therefore neither written nor read.
 */
public final class PatternText {
    private static final int LONGEST = 10_000;

    /** The memory in bytes that a character of the text may take: a character class has 256 flags. */
    private static final long PER_CHARACTER = 128;

    private PatternText() {}

    static void write(Output out, Pattern pattern) {
        String text = pattern.pattern();
        if (isRefused(pattern.flags()) || text.length() > LONGEST) {
            throw new CodecException("a pattern of " + text.length() + " characters with the flags " + pattern.flags()
                    + " is not stored; allowed: at most " + LONGEST + " characters, without the flag CANON_EQ");
        }
        out.writeString(text);
        out.writeVarInt(pattern.flags(), true);
    }

    static Pattern read(Input in) {
        String text = in.readString();
        int flags = in.readVarInt(true);
        if (isRefused(flags) || text.length() > LONGEST) {
            throw new UndecodableException("a pattern is longer than " + LONGEST + ", or has the flag CANON_EQ");
        }
        ((CheckedInput) in).budget().memory(PER_CHARACTER * text.length());
        return Pattern.compile(text, flags);
    }

    /** Rejects such a pattern in a stream, where it is only compiled on first use. */
    public static Object checked(Object read) {
        if (read instanceof Pattern pattern && isRefused(pattern.flags())) {
            throw new UndecodableException("a pattern has the flag CANON_EQ");
        }
        return read;
    }

    private static boolean isRefused(int flags) {
        return (flags & Pattern.CANON_EQ) != 0;
    }
}
