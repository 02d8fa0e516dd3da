package dev.larder.mapdb;

/**
 * A refusal made before anything was changed. Whatever else comes out of MapDB, an error of the JVM's
 * included, may have stopped it in the middle of a change, and the database is no longer trusted.
 */
final class Refusal extends IllegalStateException {
    private static final long serialVersionUID = 1;

    Refusal(String message) {
        super(message);
    }

    Refusal(String message, Throwable cause) {
        super(message, cause);
    }
}
