package dev.larder.redis.keyspace;

import redis.clients.jedis.util.JedisClusterCRC16;

/**
 * For each bucket, the smallest number whose hash slot lies in the bucket's share of the 16,384 slots of a
 * cluster.
 */
public final class SlotHashTags {
    /** The number of slots of a cluster. */
    public static final int SLOTS = 16_384;

    private static final int SHARE = SLOTS / ClusterKeyspace.COUNT;
    private static final String[] TAGS = find();

    private SlotHashTags() {}

    static String ofBucket(int bucket) {
        return TAGS[bucket];
    }

    private static String[] find() {
        String[] tags = new String[ClusterKeyspace.COUNT];
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
