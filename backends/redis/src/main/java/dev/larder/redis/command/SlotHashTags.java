package dev.larder.redis.command;

import redis.clients.jedis.util.JedisClusterCRC16;

/**
 * For each bucket, the smallest number whose hash slot lies in the bucket's share of the 16,384 slots of a
 * cluster.
 */
public final class SlotHashTags {
    /** The number of slots of a cluster. */
    public static final int SLOTS = 16_384;

    /** The number of buckets that a cache has in a cluster. */
    public static final int BUCKETS = 256;

    private static final int SHARE = SLOTS / BUCKETS;
    private static final String[] TAGS = find();

    private SlotHashTags() {}

    public static String ofBucket(int bucket) {
        return TAGS[bucket];
    }

    private static String[] find() {
        String[] tags = new String[BUCKETS];
        int found = 0;
        for (int number = 0; found < tags.length; number++) {
            String tag = Integer.toString(number);
            int bucket = JedisClusterCRC16.getSlot(tag) / SHARE;
            if (tags[bucket] == null) {
                tags[bucket] = tag;
                found++;
            }
        }
        return tags;
    }
}
