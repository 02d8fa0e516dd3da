package dev.larder.benchmarks.tags;

import java.nio.file.Path;

/** Whose tags are measured. */
enum Contender {
    HEAP("Larder, heap") {
        @Override
        Way open(Places places) {
            return new LarderWay("heap:?max-entries=2_000_000");
        }
    },
    CAFFEINE("Caffeine and sets of keys") {
        @Override
        Way open(Places places) {
            return new CaffeineIndex(2_000_000);
        }
    },
    MAPDB("Larder, MapDB") {
        @Override
        Way open(Places places) {
            return new LarderWay("mapdb:" + places.folder().resolve("tags.db") + "?max-bytes=8g");
        }
    },
    REDIS("Larder, Redis") {
        @Override
        Way open(Places places) {
            return new LarderWay(places.redis() + "?timeout=10s");
        }
    },
    JEDIS("Jedis and sets of keys") {
        @Override
        Way open(Places places) {
            return new RedisIndex(places.redis());
        }
    },
    REDIS_KEYS("Jedis, as many keys") {
        @Override
        Way open(Places places) {
            return new RedisKeys(places.redis());
        }
    },
    MEMCACHED("Larder, memcached") {
        @Override
        Way open(Places places) {
            return new LarderWay(places.memcached() + "?timeout=10s");
        }
    },
    MEMCACHED_KEYS("xmemcached, as many keys") {
        @Override
        Way open(Places places) {
            return new MemcachedKeys(places.memcached());
        }
    };

    private final String title;

    Contender(String title) {
        this.title = title;
    }

    /** The name in tables. */
    String title() {
        return title;
    }

    abstract Way open(Places places);

    /** Where the stores are. */
    record Places(Path folder, String redis, String memcached) {}
}
