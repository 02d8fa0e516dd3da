package dev.larder.mapdb.lock;

/**
 * Refuses an operation before anything is changed. Any other exception or error out of MapDB may have stopped it in the
 * middle of a change, so the database is not trusted afterwards.
 */
public final class RejectedWriteException extends IllegalStateException {
    private static final long serialVersionUID = 1;

    public RejectedWriteException(String message) {
        super(message);
    }

    public RejectedWriteException(String message, Throwable cause) {
        super(message, cause);
    }
}
