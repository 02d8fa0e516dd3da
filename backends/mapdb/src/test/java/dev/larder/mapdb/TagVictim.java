package dev.larder.mapdb;

import java.util.Set;

/** A process that puts entries with tags, invalidates one of them, and is gone as if it had been killed. */
final class TagVictim {
    private TagVictim() {}

    /**
     * Runs.
     *
     * @param arguments the address
     */
    public static void main(String[] arguments) {
        TagLifeTest.with(arguments[0], cache -> {
            TagLifeTest.fill(cache);
            cache.invalidateTags(Set.of("none of them"));
            cache.invalidateTags(Set.of("moved"));
            Runtime.getRuntime().halt(0);
        });
    }
}
