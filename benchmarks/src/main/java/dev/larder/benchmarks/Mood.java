package dev.larder.benchmarks;

/** The configurations by reference that are compared. */
public enum Mood {
    ETERNAL("eternal", false, Lifetime.ETERNAL),
    STATISTICS("eternal, statistics", true, Lifetime.ETERNAL),
    CREATED("created expiry", false, Lifetime.CREATED),
    ACCESSED("accessed expiry", false, Lifetime.ACCESSED);

    private final String title;
    private final boolean statistics;
    private final Lifetime lifetime;

    Mood(String title, boolean statistics, Lifetime lifetime) {
        this.title = title;
        this.statistics = statistics;
        this.lifetime = lifetime;
    }

    /** The name in tables. */
    String title() {
        return title;
    }

    <K, V> Scenario<K, V> scenario(Class<K> keyType, Class<V> valueType) {
        return new Scenario<>(keyType, valueType, false, statistics, lifetime);
    }
}
