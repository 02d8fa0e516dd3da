package dev.larder.memcached.protocol;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The reply to {@code gets}: the items that exist, in the order of the request. Values are copied from the
 * connection's buffer as they arrive, because they may be larger than it.
 */
public final class GetsReply extends Reply {
    private static final int SEAL = Long.BYTES;
    private static final byte[] VALUE = {'V', 'A', 'L', 'U', 'E', ' '};
    private static final byte[] NOTHING = {};
    /** In bytes. The largest item size that a server can be configured to accept. */
    private static final int MAX_ITEM_BYTES = 1 << 30;

    private static final @Nullable Item[] NONE = {};

    private final List<byte[]> keys;
    private @Nullable Item[] found = NONE;
    private int next;
    private int remaining = -1;
    private byte[] seal = NOTHING;
    private byte[] rest = NOTHING;
    private long version;

    public GetsReply(List<byte[]> keys) {
        this.keys = new ArrayList<>(keys);
    }

    /** Whether the first key is this very array. */
    public boolean startsWithKey(byte[] key) {
        return keys.get(0) == key;
    }

    /** Adds keys. Returns the index before the first added one. */
    public int add(List<byte[]> more) {
        keys.addAll(more);
        return keys.size() - more.size() - 1;
    }

    public List<byte[]> keys() {
        return keys;
    }

    /** The item at the requested key with this index; null if there is none. */
    public @Nullable Item at(int index) {
        return index < found.length ? found[index] : null;
    }

    @Override
    public boolean parse(ByteBuffer buffer) {
        while (true) {
            if (remaining >= 0) {
                if (!parseValue(buffer)) {
                    return false;
                }
            } else if (!beginsValue(buffer)) {
                String line = line(buffer);
                if (line != null && !line.equals("END") && !isRefusal(line)) {
                    throw unexpectedLine(line);
                }
                return line != null;
            } else if (!parseHeader(buffer)) {
                return false;
            }
        }
    }

    private static boolean beginsValue(ByteBuffer buffer) {
        return matches(buffer, buffer.position(), VALUE);
    }

    private static boolean matches(ByteBuffer buffer, int at, byte[] bytes) {
        if (buffer.limit() - at < bytes.length) {
            return false;
        }
        for (int i = 0; i < bytes.length; i++) {
            if (buffer.get(at + i) != bytes[i]) {
                return false;
            }
        }
        return true;
    }

    // VALUE key flags bytes version
    private boolean parseHeader(ByteBuffer buffer) {
        int end = endOfLine(buffer);
        if (end < 0) {
            return false;
        }
        int start = buffer.position() + VALUE.length;
        findPlace(buffer, start);
        NumberParser numberParser = new NumberParser(buffer, start + keys.get(next).length, end);
        numberParser.next();
        int size = sizeOf(numberParser.next());
        version = numberParser.next();
        if (!numberParser.isAtEnd()) {
            throw new IllegalStateException("an item whose size is not readable");
        }
        buffer.position(end + 1);
        if (buffer.hasArray() && size >= SEAL && buffer.remaining() >= size + 2) {
            copyValue(buffer, size);
        } else {
            seal = new byte[Math.min(size, SEAL)];
            rest = size > SEAL ? new byte[size - SEAL] : NOTHING;
            remaining = size;
        }
        return true;
    }

    private void findPlace(ByteBuffer buffer, int at) {
        while (next < keys.size() && !isAt(buffer, at, keys.get(next))) {
            next++;
        }
        if (next == keys.size()) {
            throw new IllegalStateException("an item of a key that was not requested, or was requested earlier");
        }
    }

    private static int sizeOf(long announced) {
        if (announced < 0 || announced > MAX_ITEM_BYTES) {
            throw new IllegalStateException("an item of " + announced + " bytes");
        }
        return (int) announced;
    }

    private static boolean isAt(ByteBuffer buffer, int at, byte[] key) {
        return matches(buffer, at, key) && at + key.length < buffer.limit() && buffer.get(at + key.length) == ' ';
    }

    private static int endOfLine(ByteBuffer buffer) {
        for (int i = buffer.position() + VALUE.length; i < buffer.limit(); i++) {
            if (buffer.get(i) == '\n') {
                return i;
            }
        }
        return -1;
    }

    // The usual and cheapest case: an array made as a copy need not be filled with zeros first.
    private void copyValue(ByteBuffer buffer, int size) {
        long sealed = buffer.getLong(buffer.position());
        int from = buffer.arrayOffset() + buffer.position();
        addItem(sealed, Arrays.copyOfRange(buffer.array(), from + SEAL, from + size));
        buffer.position(buffer.position() + size);
        parseEnd(buffer);
    }

    private void addItem(long sealed, byte[] record) {
        if (found.length == 0) {
            found = new @Nullable Item[keys.size()];
        }
        found[next++] = new Item(sealed, record, version);
    }

    private boolean parseValue(ByteBuffer buffer) {
        fill(seal, seal.length + rest.length - remaining, buffer);
        fill(rest, rest.length - remaining, buffer);
        if (remaining > 0 || buffer.remaining() < 2) {
            return false;
        }
        parseEnd(buffer);
        addItem(sealed(), rest);
        remaining = -1;
        return true;
    }

    private static void parseEnd(ByteBuffer buffer) {
        if (buffer.get() != '\r' || buffer.get() != '\n') {
            throw new IllegalStateException("an item that is longer or shorter than announced");
        }
    }

    private void fill(byte[] part, int from, ByteBuffer buffer) {
        int count = Math.min(part.length - from, buffer.remaining());
        if (from >= 0 && count > 0) {
            buffer.get(part, from, count);
            remaining -= count;
        }
    }

    private long sealed() {
        return seal.length < SEAL ? 0 : ByteBuffer.wrap(seal).getLong();
    }
}
