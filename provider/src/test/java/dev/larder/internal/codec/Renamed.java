package dev.larder.internal.codec;

import dev.larder.internal.codec.record.RecordLayout;
import dev.larder.spi.ByteEntry;
import java.nio.charset.StandardCharsets;

/** Forges records whose checksum is right, at whatever place they stand. */
final class Renamed {
    private Renamed() {}

    /** The same record with one text in the place of another as long. */
    static ByteEntry in(ByteEntry entry, String from, String to) {
        byte[] bytes = entry.bytes();
        String body =
                new String(bytes, RecordLayout.HEADER, bytes.length - RecordLayout.HEADER, StandardCharsets.ISO_8859_1);
        return body(entry, body.replace(from, to).getBytes(StandardCharsets.ISO_8859_1));
    }

    /** A record with the same header and another body. */
    static ByteEntry body(ByteEntry entry, byte[] body) {
        byte[] bytes = new byte[RecordLayout.HEADER + body.length];
        System.arraycopy(body, 0, bytes, RecordLayout.HEADER, body.length);
        byte[] old = entry.bytes();
        int flags = old[RecordLayout.FLAGS_OFFSET] & ~RecordLayout.IS_BOUND;
        RecordLayout.writeHeader(bytes, flags, old[RecordLayout.CODEC_OFFSET], entry.version(), entry.expiry(), 0);
        return ByteEntry.of(bytes, null);
    }
}
