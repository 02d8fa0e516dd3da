package dev.larder.internal.codec.type;

import com.esotericsoftware.kryo.io.Input;
import com.esotericsoftware.kryo.io.Output;
import com.esotericsoftware.kryo.serializers.DefaultSerializers.AtomicBooleanSerializer;
import com.esotericsoftware.kryo.serializers.DefaultSerializers.CurrencySerializer;
import com.esotericsoftware.kryo.serializers.DefaultSerializers.URISerializer;
import com.esotericsoftware.kryo.serializers.DefaultSerializers.UUIDSerializer;
import java.net.URI;
import java.util.BitSet;
import java.util.Currency;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;

/**
 * The types of {@code java.util} and related packages: numbers 40 to 54. Where Kryo's own serializer is not used, it
 * writes other bytes or, for patterns, has no limits.
 */
@SuppressWarnings("JavaUtilDate") // handles these classes
final class UtilityScalars {
    private UtilityScalars() {}

    static List<ScalarType<?>> list() {
        return List.of(
                ScalarType.of(40, UUID.class, new UUIDSerializer()),
                ScalarType.of(41, URI.class, new URISerializer()),
                ScalarType.of(42, Currency.class, new CurrencySerializer()),
                ScalarType.immutable(
                        43,
                        Locale.class,
                        (out, l) -> out.writeString(LocaleText.write(l)),
                        in -> LocaleText.read(in.readString())),
                ScalarType.immutable(44, Pattern.class, PatternText::write, PatternText::read)
                        .comparedByIdentity(),
                ScalarType.mutable(
                        45,
                        Date.class,
                        (out, d) -> out.writeLong(d.getTime()),
                        in -> new Date(in.readLong()),
                        d -> new Date(d.getTime())),
                ScalarType.mutable(
                        46, BitSet.class, UtilityScalars::write, UtilityScalars::bits, b -> (BitSet) b.clone()),
                ScalarType.mutable(
                                47,
                                AtomicInteger.class,
                                (out, a) -> out.writeVarInt(a.get(), false),
                                in -> new AtomicInteger(in.readVarInt(false)),
                                a -> new AtomicInteger(a.get()))
                        .comparedByIdentity(),
                ScalarType.mutable(
                                48,
                                AtomicLong.class,
                                (out, a) -> out.writeVarLong(a.get(), false),
                                in -> new AtomicLong(in.readVarLong(false)),
                                a -> new AtomicLong(a.get()))
                        .comparedByIdentity(),
                ScalarType.of(49, AtomicBoolean.class, new AtomicBooleanSerializer())
                        .comparedByIdentity());
    }

    private static void write(Output out, BitSet bits) {
        byte[] bytes = bits.toByteArray();
        out.writeVarInt(bytes.length, true);
        out.writeBytes(bytes);
    }

    private static BitSet bits(Input in) {
        return BitSet.valueOf(in.readBytes(in.readVarInt(true)));
    }
}
