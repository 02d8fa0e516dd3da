package dev.larder.redis.connection;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** How the servers behind an address are related. */
public enum Topology {
    SINGLE("redis", "redis://[user[:password]@]host[:port][/database]"),
    SINGLE_TLS("rediss", "rediss://[user[:password]@]host[:port][/database]"),
    SENTINEL("redis-sentinel", "redis-sentinel://[user[:password]@]host[:port],…/master[/database]"),
    CLUSTER("redis-cluster", "redis-cluster://[user[:password]@]host[:port],…");

    private final String scheme;
    private final String form;

    Topology(String scheme, String form) {
        this.scheme = scheme;
        this.form = form;
    }

    /** The form of an address of this kind, for messages. */
    public String form() {
        return form;
    }

    public int port() {
        return this == SENTINEL ? 26_379 : 6_379;
    }

    public static Topology of(String scheme) {
        return Arrays.stream(values())
                .filter(each -> each.scheme.equals(scheme))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'" + scheme + ":' is not a scheme of Redis"));
    }

    public static Set<String> schemes() {
        return Arrays.stream(values()).map(each -> each.scheme).collect(Collectors.toUnmodifiableSet());
    }
}
