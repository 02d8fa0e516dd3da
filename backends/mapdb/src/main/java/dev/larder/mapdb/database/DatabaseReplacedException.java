package dev.larder.mapdb.database;

/** The database or map is no longer in use. Nothing was done; a second try finds its replacement. */
public final class DatabaseReplacedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public DatabaseReplacedException() {
        super("the database was replaced", null, false, false);
    }
}
