package dev.larder.memcached.connection;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * Assigns each key to a server by consistent hashing: the next point on a ring of hashes, on which each server
 * has many points. If a server is added or removed, few keys move.
 *
 * <p>The keys of an unreachable server do not move to another server. Otherwise its old entries would become
 * current again when it returns.
 */
public final class HashRing {
    private static final int POINTS = 160;

    private final long[] points;
    private final int[] owners;

    private HashRing(long[] points, int[] owners) {
        this.points = points;
        this.owners = owners;
    }

    public static HashRing of(List<ServerAddress> hosts) {
        long[][] all = new long[hosts.stream().mapToInt(ServerAddress::weight).sum() * POINTS][];
        int next = 0;
        for (int owner = 0; owner < hosts.size(); owner++) {
            ServerAddress serverAddress = hosts.get(owner);
            for (int i = 0; i < serverAddress.weight() * POINTS; i++) {
                all[next++] = new long[] {hash((serverAddress + "#" + i).getBytes(StandardCharsets.UTF_8)), owner};
            }
        }
        Arrays.sort(all, (one, other) -> Long.compare(one[0], other[0]));
        return new HashRing(
                Arrays.stream(all).mapToLong(each -> each[0]).toArray(),
                Arrays.stream(all).mapToInt(each -> (int) each[1]).toArray());
    }

    /** The index of the key's server in the list of hosts. */
    public int ownerOf(byte[] key) {
        int found = Arrays.binarySearch(points, hash(key));
        int next = found < 0 ? -found - 1 : found;
        return owners[next == owners.length ? 0 : next];
    }

    // FNV-1a, then a final mix that separates keys which differ only in the last byte.
    private static long hash(byte[] bytes) {
        long hash = 0xCBF29CE484222325L;
        for (byte each : bytes) {
            hash = (hash ^ (each & 0xFF)) * 0x100000001B3L;
        }
        hash = (hash ^ (hash >>> 33)) * 0xFF51AFD7ED558CCDL;
        hash = (hash ^ (hash >>> 33)) * 0xC4CEB9FE1A85EC53L;
        return hash ^ (hash >>> 33);
    }
}
