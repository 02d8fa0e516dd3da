package dev.larder.redis.entry;

import dev.larder.redis.command.MgetMerger;
import dev.larder.redis.command.Replies;
import dev.larder.redis.command.Request;
import dev.larder.redis.command.Requests;
import dev.larder.redis.connection.Commands;
import dev.larder.redis.keyspace.BucketKeys;
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
    private final Commands commands;
    private final Keyspace keyspace;
    private final ClearStamps stamps;
    private final boolean lenient;

    /**
     * @param lenient whether entries on a failed server are absent if other servers answered
     */
    public EntryReads(Commands commands, Keyspace keyspace, ClearStamps stamps, boolean lenient) {
        this.commands = commands;
        this.lenient = lenient;
        this.keyspace = keyspace;
        this.stamps = stamps;
    }

    /** The entry; null if there is none. One round trip. */
    public @Nullable ByteEntry read(ByteKey key) {
        int bucket = keyspace.bucket(key);
        List<?> answer =
                (List<?>) commands.send(Requests.getWithStamp(keyspace.entryKey(key), keyspace.stampKey(bucket)));
        Object stamp = answer == null ? null : answer.get(1);
        stamps.observe(bucket, stamp);
        return answer == null ? null : ClearStampField.entryOf(stamp, answer.get(0));
    }

    /** One key or several; {@link #read} is cheaper for a single key. */
    public List<@Nullable ByteEntry> readSome(List<ByteKey> keys) {
        return keys.size() == 1 ? Collections.singletonList(read(keys.get(0))) : readAll(keys);
    }

    /** The entries in order; null where there is none. One round trip per server, in parallel. */
    public List<@Nullable ByteEntry> readAll(List<ByteKey> keys) {
        List<BucketKeys> groups = BucketKeys.of(keys, keyspace, MgetMerger.MAX_KEYS);
        if (groups.isEmpty()) {
            return new ArrayList<>();
        }
        List<Request> requests = new ArrayList<>(groups.size());
        for (BucketKeys bucketKeys : groups) {
            requests.add(Requests.getAll(serverKeys(bucketKeys, keys)));
        }
        return inOrder(groups, send(requests), keys.size());
    }

    /** Sends the requests, leniently if this reader is lenient. */
    List<@Nullable Object> send(List<Request> requests) {
        return lenient ? commands.sendAllLeniently(requests) : commands.sendAll(requests);
    }

    /** The server keys of a group: its stamp first, then its entries. */
    List<byte[]> serverKeys(BucketKeys bucketKeys, List<ByteKey> keys) {
        List<byte[]> asked = new ArrayList<>(bucketKeys.places().size() + 1);
        asked.add(keyspace.stampKey(bucketKeys.bucket()));
        bucketKeys.places().forEach(place -> asked.add(keyspace.entryKey(keys.get(place))));
        return asked;
    }

    /** The entries of all groups, in the order of all keys. */
    List<@Nullable ByteEntry> inOrder(List<BucketKeys> groups, List<@Nullable Object> answers, int size) {
        @Nullable ByteEntry[] entries = new @Nullable ByteEntry[size];
        for (int i = 0; i < groups.size(); i++) {
            if (answers.get(i) == null && lenient) {
                continue;
            }
            List<?> found = Replies.list(answers.get(i));
            Object stamp = found.get(0);
            stamps.observe(groups.get(i).bucket(), stamp);
            int next = 1;
            for (int place : groups.get(i).places()) {
                entries[place] = ClearStampField.entryOf(stamp, found.get(next++));
            }
        }
        return Arrays.asList(entries);
    }
}
