package dev.larder.mapdb.database;

/**
 * A refusal made before anything was changed. Whatever else comes out of MapDB, an error of the JVM's
 * included, may have stopped it in the middle of a change, and the database is no longer trusted.
 */
public final class RejectedWriteException extends IllegalStateException {
    private static final long serialVersionUID = 1;

    public RejectedWriteException(String message) {
        super(message);
    }

    RejectedWriteException(String message, Throwable cause) {
        super(message, cause);
    }
}
