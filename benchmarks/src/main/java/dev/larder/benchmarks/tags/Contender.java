package dev.larder.benchmarks.tags;

import java.nio.file.Path;

/** Whose tags are measured. */
enum Contender {
    HEAP("Larder, heap", 1_000_000) {
        @Override
        Way open(Places places) {
            return new LarderWay("heap:?max-entries=2_000_000");
        }
    },
    CAFFEINE("Caffeine and sets of keys", 1_000_000) {
        @Override
        Way open(Places places) {
            return new CaffeineIndex(2_000_000);
        }
    },
    MAPDB("Larder, MapDB", 1_000_000) {
        @Override
        Way open(Places places) {
            return new LarderWay("mapdb:" + places.folder().resolve("tags.db") + "?max-bytes=8g");
        }
    },
    REDIS("Larder, Redis", 1_000_000) {
        @Override
        Way open(Places places) {
            return new LarderWay(places.redis() + "?timeout=10s");
        }
    },
    JEDIS("Jedis and sets of keys", 1_000_000) {
        @Override
        Way open(Places places) {
            return new RedisIndex(places.redis());
        }
    },
    MEMCACHED("Larder, memcached", 100_000) {
        @Override
        Way open(Places places) {
            return new LarderWay(places.memcached() + "?timeout=10s");
        }
    };

    private final String title;
    private final int most;

    Contender(String title, int most) {
        this.title = title;
        this.most = most;
    }

    /** The name in tables. */
    String title() {
        return title;
    }

    /** How many entries bear the tag that most bear: a server's memory is bounded. */
    int most() {
        return most;
    }

    abstract Way open(Places places);

    /** Where the stores are. */
    record Places(Path folder, String redis, String memcached) {}
}
