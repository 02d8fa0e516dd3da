package dev.larder.redis.keyspace;

import dev.larder.spi.ByteKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Some keys of one bucket, which one command can read.
 *
 * @param places the positions of these keys in the list of all keys
 */
public record BucketKeys(int bucket, List<Integer> places) {

    public static List<BucketKeys> of(List<ByteKey> keys, Keyspace keyspace, int most) {
        List<BucketKeys> groups = new ArrayList<>();
        Map<Integer, BucketKeys> open = new HashMap<>();
        for (int place = 0; place < keys.size(); place++) {
            int bucket = keyspace.bucket(keys.get(place));
            BucketKeys bucketKeys = open.get(bucket);
            if (bucketKeys == null || bucketKeys.places.size() == most) {
                bucketKeys = new BucketKeys(bucket, new ArrayList<>());
                open.put(bucket, bucketKeys);
                groups.add(bucketKeys);
            }
            bucketKeys.places.add(place);
        }
        return groups;
    }
}
