package dev.larder.internal.codec;

import com.esotericsoftware.kryo.io.KryoBufferOverflowException;
import java.io.Serializable;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Writes and reads whole records of one cache. Thread-safe. */
final class Payloads {
    private final Gate gate;
    private final SessionPool pool;
    private final int maxKeyBytes;
    private final int maxBytes;

    Payloads(Gate gate, SessionPool pool, int maxKeyBytes, int maxBytes) {
        this.gate = gate;
        this.pool = pool;
        this.maxKeyBytes = maxKeyBytes;
        this.maxBytes = maxBytes;
    }

    /** A record that bears {@code borne} in front. */
    byte[] write(Borne borne, Object key, Object value, long version, long expiry) {
        try {
            byte[] record = graph(borne, value);
            Layout.seal(record, borne.flags(), Layout.GRAPH, version, expiry);
            return record;
        } catch (CodecException refused) {
            throw refusal(key, value, refused.getMessage(), refused);
        } catch (KryoBufferOverflowException tooLarge) {
            throw tooLarge(key, value, null);
        } catch (RuntimeException | LinkageError | StackOverflowError notAsGraph) {
            byte[] record = stream(borne, key, value, notAsGraph);
            Layout.seal(record, borne.flags(), Layout.STREAM, version, expiry);
            return record;
        }
    }

    /** The value of a record. */
    Object read(byte[] record) {
        try {
            Layout.check(record);
            int start = Layout.hasKey(record) ? BorneKey.end(record) : BorneTags.end(record);
            return switch (record[Layout.CODEC_OFFSET]) {
                case Layout.GRAPH -> readGraph(record, start);
                case Layout.STREAM ->
                    Streams.read(record, start, gate, pool.vocabulary().classLoader());
                default ->
                    throw new UndecodableException("a record has the unknown codec " + record[Layout.CODEC_OFFSET]);
            };
        } catch (UndecodableException known) {
            throw known.in(gate.cache());
        } catch (RuntimeException | LinkageError | StackOverflowError | AssertionError broken) {
            throw new UndecodableException("cache '" + gate.cache() + "': a value cannot be read: " + broken, broken);
        }
    }

    private byte[] graph(Borne borne, Object value) {
        Session session = pool.borrow();
        RecordOutput out = session.out();
        begin(out, borne);
        session.graph().passThrough(gate);
        session.graph().writeClassAndObject(out, value);
        byte[] record = finished(out);
        pool.giveBack(session);
        return record;
    }

    private Object readGraph(byte[] record, int start) {
        Session session = pool.borrow();
        CheckedInput in = session.in();
        in.begin(record, start);
        session.graph().passThrough(gate);
        Object value = session.graph().readClassAndObject(in);
        int left = in.left();
        in.release();
        if (value == null || left > 0) {
            throw new UndecodableException("a record holds null, or " + left + " bytes more than its value");
        }
        pool.giveBack(session);
        return value;
    }

    /** The whole value by Java serialisation, where it is not a tree of parts. */
    private byte[] stream(Borne borne, Object key, Object value, Throwable notAsGraph) {
        if (!(value instanceof Serializable)) {
            throw refusal(key, value, notAsGraph.toString(), notAsGraph);
        }
        try {
            RecordOutput out = new RecordOutput();
            begin(out, borne);
            out.writeBytes(Streams.write(value, gate, met -> {}));
            return finished(out);
        } catch (KryoBufferOverflowException tooLarge) {
            throw tooLarge(key, value, tooLarge);
        } catch (RuntimeException | StackOverflowError failure) {
            throw refusal(key, value, notAsGraph + "; and by Java serialisation: " + failure.getMessage(), failure);
        }
    }

    private void begin(RecordOutput out, Borne borne) {
        out.begin(maxBytes);
        out.setPosition(Layout.HEADER);
        Arrays.fill(out.getBuffer(), 0, Layout.HEADER, (byte) 0);
        borne.write(out, maxKeyBytes);
    }

    private byte[] finished(RecordOutput out) {
        if (out.position() > maxBytes) {
            throw new KryoBufferOverflowException("larger than " + maxBytes);
        }
        return out.toBytes();
    }

    private CodecException tooLarge(Object key, Object value, @Nullable Throwable cause) {
        return new CodecException(
                "cache '" + gate.cache() + "': the value of class "
                        + value.getClass().getName() + " under a key of "
                        + key.getClass() + " takes more than the " + maxBytes
                        + " bytes that the store holds per entry; store less in it, or raise the store's limit",
                cause);
    }

    private CodecException refusal(Object key, Object value, @Nullable String why, Throwable cause) {
        return new CodecException(
                "cache '" + gate.cache() + "': the value of class "
                        + value.getClass().getName() + " under a key of " + key.getClass() + " cannot be written: "
                        + why,
                cause);
    }
}
