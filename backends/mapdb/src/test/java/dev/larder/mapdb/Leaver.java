package dev.larder.mapdb;

/** A process that writes and ends, and closes nothing. */
final class Leaver {
    private Leaver() {}

    /**
     * Runs.
     *
     * @param arguments the address
     */
    public static void main(String[] arguments) {
        Stores.open(Stores.backend(arguments[0]), "cache").put(Stores.key("a"), Stores.entry("1"));
        System.exit(0);
    }
}
