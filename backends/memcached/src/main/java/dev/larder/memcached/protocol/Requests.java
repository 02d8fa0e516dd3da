package dev.larder.memcached.protocol;

import dev.larder.remote.Credentials;
import dev.larder.spi.ByteEntry;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Builds requests. Conditional changes are not repeatable, except {@link #propose}. Not thread-safe. */
public final class Requests {
    private static final int HEAD = 48;
    private static final byte[] NOTHING = {};
    private static final int LONGEST_KEY = 250;
    private static final int PAGE = 4 << 10;

    private final CommandBuffer commandBuffer;
    private final List<Supplier<Reply>> expected = new ArrayList<>(1);
    private List<byte[]> readKeys = List.of();
    private boolean repeatable = true;

    public Requests() {
        this(0);
    }

    /**
     * @param bytes the approximate size of the values in bytes
     */
    public Requests(int bytes) {
        commandBuffer = new CommandBuffer(Math.min(bytes, PAGE) + HEAD + LONGEST_KEY);
    }

    public Request build() {
        return new Request(commandBuffer.pieces(), expected, readKeys, repeatable);
    }

    public Requests gets(byte[]... keys) {
        return gets(List.of(keys));
    }

    /** Reads items after all commands. A second call replaces the keys of the first. */
    public Requests gets(List<byte[]> keys) {
        readKeys = keys;
        return this;
    }

    public Requests set(byte[] key, long seal, byte[] rest, int seconds) {
        return addStore("set ", key, seal, rest, seconds, 0);
    }

    /** Gives a tag a new stamp, whatever stamp it had. */
    public Requests renew(byte[] key, long stamp) {
        return set(key, stamp, NOTHING, 0);
    }

    public Requests set(byte[] key, long seal, ByteEntry entry, int seconds) {
        return set(key, seal, entry.bytes(), seconds);
    }

    public Requests add(byte[] key, long seal, byte[] rest, int seconds) {
        repeatable = false;
        return addStore("add ", key, seal, rest, seconds, 0);
    }

    /** Adds a stamp where there is none. Repeatable: the first stamp stays. */
    public Requests propose(byte[] key, long stamp) {
        return addStore("add ", key, stamp, NOTHING, 0, 0);
    }

    /** Replaces this version of an item and no other. */
    public Requests replace(byte[] key, long seal, byte[] rest, int seconds, long version) {
        repeatable = false;
        return addStore("cas ", key, seal, rest, seconds, version);
    }

    /** Removes an item of any version. Repeatable: the item stays removed. */
    public Requests remove(byte[] key) {
        commandBuffer.word("md ").raw(key).end();
        expected.add(StatusReply::new);
        return this;
    }

    /** Removes this version of an item and no other. The client's own {@code delete} ignores versions. */
    public Requests remove(byte[] key, long version) {
        repeatable = false;
        commandBuffer
                .word("md ")
                .raw(key)
                .word(" C")
                .word(Long.toUnsignedString(version))
                .end();
        expected.add(StatusReply::new);
        return this;
    }

    public Requests stats(String kind) {
        commandBuffer.word("stats ").word(kind).end();
        expected.add(StatsReply::new);
        return this;
    }

    /** The authentication that a server started with {@code -Y} expects first. */
    public static Request authentication(Credentials credentials) {
        Requests requests = new Requests(HEAD);
        byte[] secret = (credentials.user() + " " + credentials.password()).getBytes(StandardCharsets.ISO_8859_1);
        requests.commandBuffer
                .word("set auth 0 0")
                .number(secret.length)
                .end()
                .raw(secret)
                .end();
        requests.expected.add(StatusReply::new);
        return requests.build();
    }

    private Requests addStore(String verb, byte[] key, long seal, byte[] rest, int seconds, long version) {
        commandBuffer.word(verb).raw(key).word(" 0").number(seconds).number(Long.BYTES + rest.length);
        if (version != 0) {
            commandBuffer.space().word(Long.toUnsignedString(version));
        }
        commandBuffer.end().binary(seal).value(rest).end();
        expected.add(StatusReply::new);
        return this;
    }
}
