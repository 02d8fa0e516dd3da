package dev.larder.benchmarks.memcached;

import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/** What is measured. Keys are drawn evenly. */
enum Operation {
    GET("get") {
        @Override
        void run(Rival rival, byte[] value) throws Exception {
            rival.get(anyKey());
        }
    },
    SET("set") {
        @Override
        void run(Rival rival, byte[] value) throws Exception {
            rival.set(anyKey(), value);
        }
    },
    CHANGE("gets + cas, `invoke`") {
        @Override
        void run(Rival rival, byte[] value) throws Exception {
            rival.change(anyKey(), value);
        }
    },
    GET_ALL("multi-get of 50") {
        @Override
        void run(Rival rival, byte[] value) throws Exception {
            Set<String> keys = new HashSet<>();
            while (keys.size() < AT_ONCE) {
                keys.add(anyKey());
            }
            if (rival.getAll(keys) != AT_ONCE) {
                throw new IllegalStateException("entries are missing");
            }
        }
    };

    static final int KEYS = 2_000;
    private static final int AT_ONCE = 50;

    private final String title;

    Operation(String title) {
        this.title = title;
    }

    /** The name in tables. */
    String title() {
        return title;
    }

    abstract void run(Rival rival, byte[] value) throws Exception;

    static String key(int number) {
        return "key" + number;
    }

    static String anyKey() {
        return key(ThreadLocalRandom.current().nextInt(KEYS));
    }
}
