package dev.larder.redis.entry;

import dev.larder.redis.command.Commands;
import dev.larder.redis.command.Replies;
import dev.larder.redis.command.Request;
import dev.larder.redis.command.Requests;
import dev.larder.redis.keyspace.Keyspace;
import dev.larder.spi.ByteEntry;
import dev.larder.spi.ByteKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads entries, each together with its bucket's clear stamp. */
public final class EntryReads {
    /** Keys in one command. The server serves no other client while it runs. */
    public static final int MOST = 500;

    private final Commands wire;
    private final Keyspace keyspace;
    private final ClearStamps stamps;
    private final boolean lenient;

    /**
     * @param lenient whether entries on a failed server are absent if other servers answered
     */
    public EntryReads(Commands wire, Keyspace keyspace, ClearStamps stamps, boolean lenient) {
        this.wire = wire;
        this.lenient = lenient;
        this.keyspace = keyspace;
        this.stamps = stamps;
    }

    /** The entry; null if there is none. One round trip. */
    public @Nullable ByteEntry one(ByteKey key) {
        int bucket = keyspace.bucket(key);
        List<?> answer = (List<?>) wire.one(Requests.getBoth(keyspace.entry(key), keyspace.stamp(bucket)));
        Object stamp = answer == null ? null : answer.get(1);
        stamps.saw(bucket, stamp);
        return answer == null ? null : ClearStampField.opened(stamp, answer.get(0));
    }

    /** One key or several; {@link #one} is cheaper for a single key. */
    public List<@Nullable ByteEntry> some(List<ByteKey> keys) {
        return keys.size() == 1 ? Collections.singletonList(one(keys.get(0))) : all(keys);
    }

    /** The entries in order; null where there is none. One round trip per server, in parallel. */
    public List<@Nullable ByteEntry> all(List<ByteKey> keys) {
        List<BucketKeys> groups = BucketKeys.of(keys, keyspace, MOST);
        if (groups.isEmpty()) {
            return new ArrayList<>();
        }
        List<Request> requests = new ArrayList<>(groups.size());
        for (BucketKeys bucketKeys : groups) {
            requests.add(Requests.getAll(keysOf(bucketKeys, keys)));
        }
        return sorted(groups, asked(requests), keys.size());
    }

    /** Sends the requests, leniently if this reader is lenient. */
    List<@Nullable Object> asked(List<Request> requests) {
        return lenient ? wire.some(requests) : wire.all(requests);
    }

    /** The server keys of a group: its stamp first, then its entries. */
    List<byte[]> keysOf(BucketKeys bucketKeys, List<ByteKey> keys) {
        List<byte[]> asked = new ArrayList<>(bucketKeys.places().size() + 1);
        asked.add(keyspace.stamp(bucketKeys.bucket()));
        bucketKeys.places().forEach(place -> asked.add(keyspace.entry(keys.get(place))));
        return asked;
    }

    /** The entries of all groups, in the order of all keys. */
    List<@Nullable ByteEntry> sorted(List<BucketKeys> groups, List<@Nullable Object> answers, int size) {
        @Nullable ByteEntry[] entries = new @Nullable ByteEntry[size];
        for (int i = 0; i < groups.size(); i++) {
            if (answers.get(i) == null && lenient) {
                continue;
            }
            List<?> found = Replies.list(answers.get(i));
            Object stamp = found.get(0);
            stamps.saw(groups.get(i).bucket(), stamp);
            int next = 1;
            for (int place : groups.get(i).places()) {
                entries[place] = ClearStampField.opened(stamp, found.get(next++));
            }
        }
        return Arrays.asList(entries);
    }
}
