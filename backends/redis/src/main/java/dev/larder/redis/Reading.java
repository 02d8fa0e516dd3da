package dev.larder.redis;

import dev.larder.spi.ByteEntry;
import dev.larder.spi.ByteKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads entries, each together with its bucket's stamp. */
final class Reading {
    /** Keys of one command: a server does nothing else meanwhile. */
    static final int MOST = 500;

    private final Carrier wire;
    private final Keyspace keyspace;
    private final BucketStamps stamps;
    private final boolean lenient;

    /**
     * @param lenient whether what lies on a server that failed is missing where others answered
     */
    Reading(Carrier wire, Keyspace keyspace, BucketStamps stamps, boolean lenient) {
        this.wire = wire;
        this.lenient = lenient;
        this.keyspace = keyspace;
        this.stamps = stamps;
    }

    @Nullable
    ByteEntry one(ByteKey key) {
        int bucket = keyspace.bucket(key);
        List<?> answer = (List<?>) wire.one(Requests.getBoth(keyspace.entry(key), keyspace.stamp(bucket)));
        Object stamp = answer == null ? null : answer.get(1);
        stamps.saw(bucket, stamp);
        return answer == null ? null : Seal.opened(stamp, answer.get(0));
    }

    /** One or more; {@link #all} in a shape that suits a single one. */
    List<@Nullable ByteEntry> some(List<ByteKey> keys) {
        return keys.size() == 1 ? Collections.singletonList(one(keys.get(0))) : all(keys);
    }

    List<@Nullable ByteEntry> all(List<ByteKey> keys) {
        List<Group> groups = Group.of(keys, keyspace, MOST);
        if (groups.isEmpty()) {
            return new ArrayList<>();
        }
        List<Request> requests = new ArrayList<>(groups.size());
        for (Group group : groups) {
            requests.add(Requests.getAll(keysOf(group, keys)));
        }
        return sorted(groups, asked(requests), keys.size());
    }

    /** Asks, as leniently as reading is. */
    List<@Nullable Object> asked(List<Request> requests) {
        return lenient ? wire.some(requests) : wire.all(requests);
    }

    /** The server's keys of a group: its stamp's, then its entries'. */
    List<byte[]> keysOf(Group group, List<ByteKey> keys) {
        List<byte[]> asked = new ArrayList<>(group.places().size() + 1);
        asked.add(keyspace.stamp(group.bucket()));
        group.places().forEach(place -> asked.add(keyspace.entry(keys.get(place))));
        return asked;
    }

    /** The entries of what was read by groups, in the order of all keys. */
    List<@Nullable ByteEntry> sorted(List<Group> groups, List<@Nullable Object> answers, int size) {
        @Nullable ByteEntry[] entries = new @Nullable ByteEntry[size];
        for (int i = 0; i < groups.size(); i++) {
            if (answers.get(i) == null && lenient) {
                continue;
            }
            List<?> found = Answers.list(answers.get(i));
            Object stamp = found.get(0);
            stamps.saw(groups.get(i).bucket(), stamp);
            int next = 1;
            for (int place : groups.get(i).places()) {
                entries[place] = Seal.opened(stamp, found.get(next++));
            }
        }
        return Arrays.asList(entries);
    }
}
