package dev.larder.benchmarks.redis;

import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is done again and again. */
enum Verb {
    GET("get") {
        @Override
        void once(Peer peer, byte[] value) {
            if (peer.get(anyKey()) == null) {
                throw new IllegalStateException("an entry is lost");
            }
        }
    },
    PUT("put") {
        @Override
        void once(Peer peer, byte[] value) {
            peer.put(anyKey(), value);
        }
    },
    GET_ALL("getAll of 50") {
        @Override
        void once(Peer peer, byte[] value) {
            Set<String> keys = Stream.generate(Verb::anyKey).limit(KEYS_AT_ONCE).collect(Collectors.toSet());
            if (peer.getAll(keys) != keys.size()) {
                throw new IllegalStateException("entries are lost");
            }
        }
    },
    PUT_IF_ABSENT("putIfAbsent") {
        @Override
        void once(Peer peer, byte[] value) {
            peer.putIfAbsent(anyKey(), value);
        }
    },
    INVOKE("invoke") {
        @Override
        void once(Peer peer, byte[] value) {
            peer.invoke(anyKey());
        }
    };

    /** How many entries there are. */
    static final int ENTRIES = 10_000;

    private static final int KEYS_AT_ONCE = 50;

    private final String title;

    Verb(String title) {
        this.title = title;
    }

    /** The name in tables. */
    String title() {
        return title;
    }

    abstract void once(Peer peer, byte[] value);

    static String key(int number) {
        return "key-" + number;
    }

    private static String anyKey() {
        return key(ThreadLocalRandom.current().nextInt(ENTRIES));
    }
}
