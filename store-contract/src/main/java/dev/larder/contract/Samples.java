package dev.larder.contract;

import dev.larder.spi.ByteEntry;
import dev.larder.spi.ByteKey;
import dev.larder.spi.ByteStore;
import dev.larder.spi.ObjectEntry;
import dev.larder.spi.Store;
import dev.larder.spi.Stored;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.ThreadLocalRandom;

/** Makes keys and entries of the kind that a store takes, from text in which each char stands for one byte. */
interface Samples {
    Object key(String text);

    Stored entry(String text, long expiry);

    /** The text from which an entry was made. */
    String text(Stored entry);

    static Samples of(Store<?, ?> store) {
        return store instanceof ByteStore ? new Bytes() : new Objects();
    }

    /** Samples for object stores. */
    final class Objects implements Samples {
        @Override
        public Object key(String text) {
            return text;
        }

        @Override
        public Stored entry(String text, long expiry) {
            return new ObjectEntry(text, expiry);
        }

        @Override
        public String text(Stored entry) {
            return (String) ((ObjectEntry) entry).value();
        }
    }

    /** Samples for byte stores: records like those of the core, as far as a store reads them. */
    final class Bytes implements Samples {
        private static final int HEADER = ByteEntry.ROOM_OFFSET + ByteEntry.ROOM;

        @Override
        public Object key(String text) {
            return new ByteKey(text.getBytes(StandardCharsets.ISO_8859_1));
        }

        @Override
        public Stored entry(String text, long expiry) {
            byte[] payload = text.getBytes(StandardCharsets.ISO_8859_1);
            byte[] bytes = ByteBuffer.allocate(HEADER + payload.length)
                    .putInt(ByteEntry.VERSION_OFFSET - Integer.BYTES, 0)
                    .putLong(
                            ByteEntry.VERSION_OFFSET,
                            ThreadLocalRandom.current().nextLong())
                    .putLong(ByteEntry.EXPIRY_OFFSET, expiry)
                    .position(HEADER)
                    .put(payload)
                    .array();
            return ByteEntry.of(bytes, null);
        }

        @Override
        public String text(Stored entry) {
            byte[] bytes = ((ByteEntry) entry).bytes();
            return new String(Arrays.copyOfRange(bytes, HEADER, bytes.length), StandardCharsets.ISO_8859_1);
        }
    }
}
