package dev.larder.memcached;

import dev.larder.spi.ByteEntry;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Puts commands together. Those that change something only under a condition are not repeatable. */
final class Drafts {
    private static final int HEAD = 48;
    private static final byte[] NOTHING = {};
    private static final int LONGEST_KEY = 250;
    private static final int PAGE = 4 << 10;

    private final Wording wording;
    private final List<Supplier<Reply>> expected = new ArrayList<>(1);
    private List<byte[]> asked = List.of();
    private boolean repeatable = true;

    Drafts() {
        this(0);
    }

    /**
     * @param bytes about how many bytes of values it will carry
     */
    Drafts(int bytes) {
        wording = new Wording(Math.min(bytes, PAGE) + HEAD + LONGEST_KEY);
    }

    Draft done() {
        return new Draft(wording.pieces(), expected, asked, repeatable);
    }

    Drafts gets(byte[]... keys) {
        return gets(List.of(keys));
    }

    /** Asks for items, once all the rest is done; to be said once and last. */
    Drafts gets(List<byte[]> keys) {
        asked = keys;
        return this;
    }

    Drafts set(byte[] key, long seal, byte[] rest, int seconds) {
        return store("set ", key, seal, rest, seconds, 0);
    }

    /** Gives a tag a stamp, whatever it had. */
    Drafts renew(byte[] key, long stamp) {
        return set(key, stamp, NOTHING, 0);
    }

    Drafts set(byte[] key, long seal, ByteEntry entry, int seconds) {
        return set(key, seal, entry.bytes(), seconds);
    }

    Drafts add(byte[] key, long seal, byte[] rest, int seconds) {
        repeatable = false;
        return store("add ", key, seal, rest, seconds, 0);
    }

    /** Adds a stamp where there is none. Said twice it changes nothing more: whichever was first, stays. */
    Drafts propose(byte[] key, long stamp) {
        return store("add ", key, stamp, NOTHING, 0, 0);
    }

    /** Replaces that version of an item and no other. */
    Drafts replace(byte[] key, long seal, byte[] rest, int seconds, long version) {
        repeatable = false;
        return store("cas ", key, seal, rest, seconds, version);
    }

    /** Removes that version of an item and no other. The client's own {@code delete} takes no heed of versions. */
    Drafts remove(byte[] key, long version) {
        repeatable = false;
        wording.word("md ")
                .raw(key)
                .word(" C")
                .word(Long.toUnsignedString(version))
                .end();
        expected.add(Status::new);
        return this;
    }

    Drafts statistics(String kind) {
        wording.word("stats ").word(kind).end();
        expected.add(Statistics::new);
        return this;
    }

    /** What a server started with {@code -Y} wants to hear first. */
    static Draft greeting(Credentials credentials) {
        Drafts drafts = new Drafts(HEAD);
        byte[] secret = (credentials.user() + " " + credentials.password()).getBytes(StandardCharsets.ISO_8859_1);
        drafts.wording
                .word("set auth 0 0")
                .number(secret.length)
                .end()
                .raw(secret)
                .end();
        drafts.expected.add(Status::new);
        return drafts.done();
    }

    private Drafts store(String verb, byte[] key, long seal, byte[] rest, int seconds, long version) {
        wording.word(verb).raw(key).word(" 0").number(seconds).number(Long.BYTES + rest.length);
        if (version != 0) {
            wording.space().word(Long.toUnsignedString(version));
        }
        wording.end().binary(seal).value(rest).end();
        expected.add(Status::new);
        return this;
    }
}
