package dev.larder.mapdb;

import dev.larder.spi.Stamps;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * The stamps of tags in a medium, kept with the entries: they come back together, and are lost together. Where a
 * crash brings back an earlier state it must not be one of before an invalidation, so that commits at once.
 */
final class FileStamps implements Stamps {
    private static final int LONGEST = 900;

    private final Medium medium;
    private final ReentrantLock opening = new ReentrantLock();
    private volatile @Nullable TagTable table;

    FileStamps(Medium medium) {
        this.medium = medium;
    }

    @Override
    public long[] read(List<String> tags) {
        return each(tags, (there, tag) -> {
            long remembered = there.remembered(tag);
            return remembered != NONE ? remembered : held(tag, key -> there.read(tag, key));
        });
    }

    @Override
    public long[] ensure(List<String> tags) {
        return each(tags, (there, tag) -> {
            long remembered = there.remembered(tag);
            return remembered != NONE ? remembered : held(tag, key -> {
                long found = there.read(tag, key);
                return found != NONE ? found : made(there, tag, key);
            });
        });
    }

    @Override
    public void renew(List<String> tags) {
        each(tags, (there, tag) -> held(tag, key -> made(there, tag, key)));
        medium.commit();
    }

    private long[] each(List<String> tags, BiFunction<TagTable, String, Long> question) {
        return medium.attempt(vessel -> {
            TagTable there = in(vessel);
            return tags.stream()
                    .mapToLong(tag -> question.apply(there, tag))
                    .toArray();
        });
    }

    private static long made(TagTable there, String tag, byte[] key) {
        there.vessel().makeRoom(key.length);
        return there.renew(tag, key);
    }

    private interface Keyed {
        long stamp(byte[] key);
    }

    private long held(String tag, Keyed work) {
        byte[] key = key(tag);
        ReentrantLock stripe = medium.stripes().of(key);
        stripe.lock();
        try {
            return work.stamp(key);
        } finally {
            stripe.unlock();
        }
    }

    private TagTable in(Vessel vessel) {
        TagTable known = table;
        return known != null && known.vessel() == vessel ? known : opened(vessel);
    }

    private TagTable opened(Vessel vessel) {
        opening.lock();
        try {
            TagTable known = table;
            if (known == null || known.vessel() != vessel) {
                medium.stripes().exclusively(() -> table = TagTable.open(vessel));
                known = Objects.requireNonNull(table);
            }
            return known;
        } finally {
            opening.unlock();
        }
    }

    private static byte[] key(String tag) {
        byte[] text = tag.getBytes(StandardCharsets.UTF_8);
        if (text.length <= LONGEST) {
            return text;
        }
        try {
            return MessageDigest.getInstance("SHA-256").digest(text);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
