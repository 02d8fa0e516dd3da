package dev.larder.internal.codec;

import com.esotericsoftware.kryo.io.KryoBufferOverflowException;
import dev.larder.internal.codec.failure.CodecException;
import dev.larder.internal.codec.failure.DecodingStackCheck;
import dev.larder.internal.codec.failure.KeyText;
import dev.larder.internal.codec.failure.UndecodableException;
import dev.larder.internal.codec.filter.ClassFilter;
import dev.larder.internal.codec.key.KeySection;
import dev.larder.internal.codec.kryo.KryoSession;
import dev.larder.internal.codec.kryo.KryoSessionPool;
import dev.larder.internal.codec.record.CheckedInput;
import dev.larder.internal.codec.record.RecordLayout;
import dev.larder.internal.codec.record.RecordOutput;
import dev.larder.internal.codec.record.ValidatorSection;
import dev.larder.internal.codec.stream.JavaSerialization;
import java.io.Serializable;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Writes and reads the records of one cache. Thread-safe. */
final class RecordCodec {
    private final ClassFilter classFilter;
    private final KryoSessionPool pool;
    private final int maxKeyBytes;
    private final int maxBytes;
    private final ValueFormats valueFormats;
    private final PayloadCompression payloadCompression;

    RecordCodec(
            ClassFilter classFilter,
            KryoSessionPool pool,
            ValueCodecOptions valueCodecOptions,
            StoreLimits storeLimits) {
        this.classFilter = classFilter;
        this.pool = pool;
        this.maxKeyBytes = storeLimits.maxKeyBytes();
        this.maxBytes = storeLimits.maxEntryBytes();
        this.valueFormats = new ValueFormats(
                valueCodecOptions, classFilter, pool.serializerRegistry().classLoader());
        this.payloadCompression = new PayloadCompression(valueCodecOptions, classFilter.cache(), maxBytes);
    }

    /**
     * Writes a record with this metadata.
     *
     * @param compressor null for the cache's own
     */
    byte[] write(
            RecordMetadata recordMetadata,
            @Nullable String compressor,
            Object key,
            Object value,
            long version,
            long expiry,
            int place) {
        PayloadCompression packs =
                compressor == null ? payloadCompression : payloadCompression.withCompressor(compressor);
        try {
            HeaderlessRecord headerlessRecord = writeBody(recordMetadata, value, packs.maxUncompressedBytes());
            byte[] record = packs.compress(headerlessRecord.record(), payloadStart(headerlessRecord.record()));
            if (record.length > maxBytes) {
                throw new KryoBufferOverflowException("larger than " + maxBytes);
            }
            RecordLayout.writeHeader(record, recordMetadata.flags(), headerlessRecord.codec(), version, expiry, place);
            return record;
        } catch (KryoBufferOverflowException tooLarge) {
            throw tooLarge(key, value, tooLarge);
        } catch (CodecException refused) {
            throw unwritable(key, value, refused.getMessage(), refused);
        } catch (Exception | LinkageError | StackOverflowError failure) {
            throw unwritable(key, value, failure.toString(), failure);
        }
    }

    /** A record whose header is not filled in yet. */
    private record HeaderlessRecord(byte[] record, int codec) {}

    private HeaderlessRecord writeBody(RecordMetadata recordMetadata, Object value, int room) {
        ValueFormat valueFormat = valueFormats.written();
        byte[] payload = valueFormat == null ? null : valueFormat.write(value);
        return valueFormat == null || payload == null
                ? graphOrStream(recordMetadata, value, room)
                : new HeaderlessRecord(filled(recordMetadata, payload, room), valueFormat.number());
    }

    private HeaderlessRecord graphOrStream(RecordMetadata recordMetadata, Object value, int room) {
        try {
            return new HeaderlessRecord(graph(recordMetadata, value, room), RecordLayout.GRAPH);
        } catch (CodecException | KryoBufferOverflowException refused) {
            throw refused;
        } catch (Exception | LinkageError | StackOverflowError notAsGraph) {
            return new HeaderlessRecord(stream(recordMetadata, value, room, notAsGraph), RecordLayout.STREAM);
        }
    }

    /** Reads the value of a record that was found at a record place. */
    Object read(byte[] record, int place) {
        try {
            RecordLayout.check(record, place);
            int start = payloadStart(record);
            int codec = record[RecordLayout.CODEC_OFFSET];
            return record[RecordLayout.COMPRESSOR_OFFSET] == 0
                    ? read(codec, record, start)
                    : read(codec, payloadCompression.decompress(record, start), 0);
        } catch (UndecodableException known) {
            throw known.inCache(classFilter.cache());
        } catch (StackOverflowError overflow) {
            DecodingStackCheck.require(overflow);
            throw undecodable(overflow);
        } catch (Exception | LinkageError | OutOfMemoryError | AssertionError broken) {
            throw undecodable(broken);
        }
    }

    private UndecodableException undecodable(Throwable why) {
        return new UndecodableException("cache '" + classFilter.cache() + "': a value cannot be read: " + why, why);
    }

    /** The offset of the payload, by the record's flags. */
    private static int payloadStart(byte[] record) {
        return RecordLayout.hasKey(record) ? KeySection.end(record) : ValidatorSection.end(record);
    }

    private Object read(int codec, byte[] bytes, int start) {
        return codec == RecordLayout.GRAPH
                ? readGraph(bytes, start)
                : valueFormats.of(codec).read(bytes, start);
    }

    private byte[] graph(RecordMetadata recordMetadata, Object value, int room) {
        KryoSession kryoSession = pool.borrow();
        RecordOutput out = kryoSession.out();
        begin(out, recordMetadata, room);
        kryoSession.larderKryo().useFilter(classFilter);
        if (value instanceof byte[] || value instanceof String) {
            out.endWithNext();
        }
        kryoSession.larderKryo().writeClassAndObject(out, value);
        byte[] record = finished(out, room);
        pool.giveBack(kryoSession);
        return record;
    }

    private Object readGraph(byte[] record, int start) {
        KryoSession kryoSession = pool.borrow();
        CheckedInput in = kryoSession.in();
        in.begin(record, start);
        kryoSession.larderKryo().useFilter(classFilter);
        Object value = kryoSession.larderKryo().readClassAndObject(in);
        int left = in.left();
        in.release();
        if (value == null || left > 0) {
            throw new UndecodableException("a record holds null, or " + left + " bytes more than its value");
        }
        pool.giveBack(kryoSession);
        return value;
    }

    /** Writes the whole value by Java serialisation, if its parts cannot be written separately. */
    private byte[] stream(RecordMetadata recordMetadata, Object value, int room, Throwable notAsGraph) {
        if (!(value instanceof Serializable)) {
            throw new CodecException(notAsGraph.toString(), notAsGraph);
        }
        try {
            return filled(recordMetadata, JavaSerialization.write(value, classFilter, object -> {}), room);
        } catch (KryoBufferOverflowException tooLarge) {
            throw tooLarge;
        } catch (Exception | StackOverflowError failure) {
            throw new CodecException(notAsGraph + "; and by Java serialisation: " + failure.getMessage(), failure);
        }
    }

    private byte[] filled(RecordMetadata recordMetadata, byte[] payload, int room) {
        RecordOutput out = new RecordOutput(RecordLayout.HEADER + payload.length);
        begin(out, recordMetadata, room);
        out.endWithNext();
        out.writeBytes(payload);
        return finished(out, room);
    }

    private void begin(RecordOutput out, RecordMetadata recordMetadata, int room) {
        out.begin(room);
        out.setPosition(RecordLayout.HEADER);
        Arrays.fill(out.getBuffer(), 0, RecordLayout.HEADER, (byte) 0);
        out.getBuffer()[RecordLayout.FLAGS_OFFSET] = (byte) recordMetadata.flags();
        recordMetadata.write(out, maxKeyBytes);
    }

    private byte[] finished(RecordOutput out, int room) {
        if (out.position() > room) {
            throw new KryoBufferOverflowException("larger than " + maxBytes);
        }
        return out.taken();
    }

    private CodecException tooLarge(Object key, Object value, @Nullable Throwable cause) {
        return new CodecException(
                "cache '" + classFilter.cache() + "': the value of class "
                        + value.getClass().getName() + " under " + KeyText.of(key) + " takes more than the " + maxBytes
                        + " bytes that the store holds per entry; store less in it, or raise the store's limit",
                cause);
    }

    private CodecException unwritable(Object key, Object value, @Nullable String why, Throwable cause) {
        return new CodecException(
                "cache '" + classFilter.cache() + "': the value of class "
                        + value.getClass().getName() + " under " + KeyText.of(key) + " cannot be written: "
                        + why,
                cause);
    }
}
