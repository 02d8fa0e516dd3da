package dev.larder.redis;

import dev.larder.spi.ByteKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Some keys of one bucket: what one command can ask for.
 *
 * @param places where in the list of all keys these stand
 */
record Group(int bucket, List<Integer> places) {

    static List<Group> of(List<ByteKey> keys, Keyspace keyspace, int most) {
        List<Group> groups = new ArrayList<>();
        Map<Integer, Group> open = new HashMap<>();
        for (int place = 0; place < keys.size(); place++) {
            int bucket = keyspace.bucket(keys.get(place));
            Group group = open.get(bucket);
            if (group == null || group.places.size() == most) {
                group = new Group(bucket, new ArrayList<>());
                open.put(bucket, group);
                groups.add(group);
            }
            group.places.add(place);
        }
        return groups;
    }
}
