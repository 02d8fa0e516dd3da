package dev.larder.internal.engine.store;

import dev.larder.internal.codec.Marshaller;
import dev.larder.internal.codec.failure.UndecodableException;
import dev.larder.spi.ByteEntry;
import dev.larder.spi.ByteKey;
import dev.larder.spi.Stored;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import javax.cache.event.EventType;
import org.jspecify.annotations.Nullable;

/**
 * Encodes change events for other JVMs: one byte for the format, one for the kind of event, then the bytes of the key,
 * of the record found and of the record that replaced it. Four bytes before each give its length, -1 if it is absent.
 */
final class ChangeEventCodec<K> {
    private static final byte FORMAT = 1;
    private static final byte[] NOTHING = {};
    private static final int NONE = -1;
    private static final int EXPIRED_FIRST = 1;
    private static final int FLEETING = 1 << 4;
    private static final int EVENT = 7 << 1;
    private static final int HEADER = 2;

    private final Marshaller marshaller;

    ChangeEventCodec(Marshaller marshaller) {
        this.marshaller = marshaller;
    }

    /** The bytes of an event, empty if there is nothing to report. */
    byte[] encode(ChangeEvent<?> changeEvent, ByteKey at) {
        if (changeEvent.isNone()) {
            return NOTHING;
        }
        byte[] key = at.bytes();
        byte @Nullable [] found = bytes(changeEvent.found());
        byte @Nullable [] next = bytes(changeEvent.next());
        ByteBuffer notice = ByteBuffer.allocate(HEADER + size(key) + size(found) + size(next));
        notice.put(FORMAT).put(kind(changeEvent));
        write(notice, key);
        write(notice, found);
        write(notice, next);
        return notice.array();
    }

    private static byte kind(ChangeEvent<?> changeEvent) {
        int event = changeEvent.event() == null ? 0 : changeEvent.event().ordinal() + 1;
        return (byte)
                (event << 1 | (changeEvent.expired() ? EXPIRED_FIRST : 0) | (changeEvent.fleeting() ? FLEETING : 0));
    }

    private static int size(byte @Nullable [] part) {
        return Integer.BYTES + (part == null ? 0 : part.length);
    }

    private static void write(ByteBuffer notice, byte @Nullable [] part) {
        notice.putInt(part == null ? NONE : part.length);
        if (part != null) {
            notice.put(part);
        }
    }

    private static byte @Nullable [] bytes(@Nullable Stored entry) {
        return entry == null ? null : ((EncodedEntry) entry).bytes().bytes();
    }

    /**
     * Decodes a change event.
     *
     * @throws UndecodableException if it is damaged, of another version of Larder, or its key is of a class that is
     *     unknown here
     */
    ChangeEvent<K> decode(byte[] notice) {
        try {
            return parsed(ByteBuffer.wrap(notice));
        } catch (BufferUnderflowException | IndexOutOfBoundsException cut) {
            throw new UndecodableException("the notice is cut off");
        }
    }

    @SuppressWarnings("unchecked") // the key went in as K
    private ChangeEvent<K> parsed(ByteBuffer notice) {
        if (notice.get() != FORMAT) {
            throw new UndecodableException("a notice of another format");
        }
        byte kind = notice.get();
        byte[] at = part(notice);
        byte[] found = part(notice);
        byte[] next = part(notice);
        byte[] any = next == null ? found : next;
        if (at == null || any == null) {
            throw new UndecodableException("a notice of nothing");
        }
        ByteKey place = new ByteKey(at);
        K key = (K) marshaller.key(place, ByteEntry.of(any, null));
        int told = (kind & EVENT) >> 1;
        EventType event = told == 0 ? null : EventType.values()[told - 1];
        boolean fleeting = (kind & FLEETING) != 0;
        boolean expired = (kind & EXPIRED_FIRST) != 0;
        return new ChangeEvent<>(key, expired, event, entry(key, place, found), entry(key, place, next), fleeting);
    }

    private static byte @Nullable [] part(ByteBuffer notice) {
        int length = notice.getInt();
        if (length == NONE) {
            return null;
        }
        if (length < 0 || length > notice.remaining()) {
            throw new UndecodableException("the notice is cut off");
        }
        byte[] part = new byte[length];
        notice.get(part);
        return part;
    }

    private @Nullable Stored entry(K key, ByteKey at, byte @Nullable [] record) {
        return record == null ? null : new EncodedEntry(marshaller, key, at, ByteEntry.of(record, null));
    }
}
