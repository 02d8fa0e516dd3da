package dev.larder.mapdb.database;

/** What was about to be used is in use no more; nothing was done, and a second look finds what has taken its place. */
public final class DatabaseReplacedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public DatabaseReplacedException() {
        super("not in use any more", null, false, false);
    }
}
