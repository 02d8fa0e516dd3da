package dev.larder.internal.codec.kryo;

import com.esotericsoftware.kryo.Kryo;
import com.esotericsoftware.kryo.Serializer;
import com.esotericsoftware.kryo.io.Input;
import com.esotericsoftware.kryo.io.Output;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.TimeZone;
import java.util.function.Function;

/**
 * Writes a value as text from which it can be recreated, independent of its class in this JVM. Unlike Kryo's own
 * serializers of charsets and time zones, it refuses a value that its text does not lead back to.
 */
final class TextSerializer<T> extends Serializer<T> {
    static final Serializer<Charset> OF_CHARSETS = new TextSerializer<>(Charset::name, Charset::forName);
    static final Serializer<Path> OF_PATHS = new TextSerializer<>(Path::toString, Path::of);
    static final Serializer<TimeZone> OF_ZONES = new TextSerializer<>(TimeZone::getID, TimeZone::getTimeZone);

    private final Function<T, String> toText;
    private final Function<String, T> ofText;

    private TextSerializer(Function<T, String> toText, Function<String, T> ofText) {
        this.toText = toText;
        this.ofText = ofText;
    }

    @Override
    public void write(Kryo graph, Output out, T value) {
        String text = toText.apply(value);
        if (!ofText.apply(text).equals(value)) {
            // For example a modified time zone: Java serialisation may be able to write it.
            throw new IllegalArgumentException("'" + text + "' does not lead back to the "
                    + value.getClass().getName());
        }
        out.writeString(text);
    }

    @Override
    public T read(Kryo graph, Input in, Class<? extends T> type) {
        return ofText.apply(in.readString());
    }
}
