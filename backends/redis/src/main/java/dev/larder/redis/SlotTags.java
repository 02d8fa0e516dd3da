package dev.larder.redis;

import redis.clients.jedis.util.JedisClusterCRC16;

/** For each bucket the least number whose hash slot lies in the bucket's share of a cluster's 16,384 slots. */
final class SlotTags {
    /** How many slots a cluster has. */
    static final int SLOTS = 16_384;

    private static final int SHARE = SLOTS / ManyBuckets.COUNT;
    private static final String[] TAGS = find();

    private SlotTags() {}

    static String ofBucket(int bucket) {
        return TAGS[bucket];
    }

    private static String[] find() {
        String[] tags = new String[ManyBuckets.COUNT];
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
