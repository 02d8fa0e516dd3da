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
    private final Forms forms;
    private final Packing packing;

    Payloads(Gate gate, SessionPool pool, Coding coding, Capacity capacity) {
        this.gate = gate;
        this.pool = pool;
        this.maxKeyBytes = capacity.maxKeyBytes();
        this.maxBytes = capacity.maxEntryBytes();
        this.forms = new Forms(coding, gate, pool.vocabulary().classLoader());
        this.packing = new Packing(coding, gate.cache(), maxBytes);
    }

    /**
     * A record that bears {@code borne} in front.
     *
     * @param compressor null for the usual one
     */
    byte[] write(
            Borne borne, @Nullable String compressor, Object key, Object value, long version, long expiry, int place) {
        Packing packs = compressor == null ? packing : packing.by(compressor);
        try {
            Draft draft = draft(borne, value, packs.room());
            byte[] record = packs.pack(draft.record(), start(draft.record()));
            if (record.length > maxBytes) {
                throw new KryoBufferOverflowException("larger than " + maxBytes);
            }
            Layout.seal(record, borne.flags(), draft.codec(), version, expiry, place);
            return record;
        } catch (KryoBufferOverflowException tooLarge) {
            throw tooLarge(key, value, tooLarge);
        } catch (CodecException refused) {
            throw refusal(key, value, refused.getMessage(), refused);
        } catch (RuntimeException | LinkageError | StackOverflowError failure) {
            throw refusal(key, value, failure.toString(), failure);
        }
    }

    /** All of a record but its header. */
    private record Draft(byte[] record, int codec) {}

    private Draft draft(Borne borne, Object value, int room) {
        Form form = forms.written();
        byte[] payload = form == null ? null : form.write(value);
        return form == null || payload == null
                ? graphOrStream(borne, value, room)
                : new Draft(filled(borne, payload, room), form.number());
    }

    private Draft graphOrStream(Borne borne, Object value, int room) {
        try {
            return new Draft(graph(borne, value, room), Layout.GRAPH);
        } catch (CodecException | KryoBufferOverflowException refused) {
            throw refused;
        } catch (RuntimeException | LinkageError | StackOverflowError notAsGraph) {
            return new Draft(stream(borne, value, room, notAsGraph), Layout.STREAM);
        }
    }

    /** The value of a record that was found at a place. */
    Object read(byte[] record, int place) {
        try {
            Layout.check(record, place);
            int start = start(record);
            int codec = record[Layout.CODEC_OFFSET];
            return record[Layout.COMPRESSOR_OFFSET] == 0
                    ? read(codec, record, start)
                    : read(codec, packing.unpack(record, start), 0);
        } catch (UndecodableException known) {
            throw known.in(gate.cache());
        } catch (StackOverflowError deep) {
            StackRoom.require(deep);
            throw unreadable(deep);
        } catch (RuntimeException | LinkageError | OutOfMemoryError | AssertionError broken) {
            throw unreadable(broken);
        }
    }

    private UndecodableException unreadable(Throwable why) {
        return new UndecodableException("cache '" + gate.cache() + "': a value cannot be read: " + why, why);
    }

    /** Where the payload begins, by the record's flags. */
    private static int start(byte[] record) {
        return Layout.hasKey(record) ? BorneKey.end(record) : BorneValidator.end(record);
    }

    private Object read(int codec, byte[] bytes, int start) {
        return codec == Layout.GRAPH ? readGraph(bytes, start) : forms.of(codec).read(bytes, start);
    }

    private byte[] graph(Borne borne, Object value, int room) {
        Session session = pool.borrow();
        RecordOutput out = session.out();
        begin(out, borne, room);
        session.graph().passThrough(gate);
        if (value instanceof byte[] || value instanceof String) {
            out.endWithNext();
        }
        session.graph().writeClassAndObject(out, value);
        byte[] record = finished(out, room);
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
    private byte[] stream(Borne borne, Object value, int room, Throwable notAsGraph) {
        if (!(value instanceof Serializable)) {
            throw new CodecException(notAsGraph.toString(), notAsGraph);
        }
        try {
            return filled(borne, Streams.write(value, gate, met -> {}), room);
        } catch (KryoBufferOverflowException tooLarge) {
            throw tooLarge;
        } catch (RuntimeException | StackOverflowError failure) {
            throw new CodecException(notAsGraph + "; and by Java serialisation: " + failure.getMessage(), failure);
        }
    }

    private byte[] filled(Borne borne, byte[] payload, int room) {
        RecordOutput out = new RecordOutput(Layout.HEADER + payload.length);
        begin(out, borne, room);
        out.endWithNext();
        out.writeBytes(payload);
        return finished(out, room);
    }

    private void begin(RecordOutput out, Borne borne, int room) {
        out.begin(room);
        out.setPosition(Layout.HEADER);
        Arrays.fill(out.getBuffer(), 0, Layout.HEADER, (byte) 0);
        out.getBuffer()[Layout.FLAGS_OFFSET] = (byte) borne.flags();
        borne.write(out, maxKeyBytes);
    }

    private byte[] finished(RecordOutput out, int room) {
        if (out.position() > room) {
            throw new KryoBufferOverflowException("larger than " + maxBytes);
        }
        return out.taken();
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
