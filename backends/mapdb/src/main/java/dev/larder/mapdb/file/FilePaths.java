package dev.larder.mapdb.file;

import java.nio.file.Path;

/**
 * The files of one store, side by side.
 *
 * @param file the data
 */
public record FilePaths(Path file) {
    /** Held, for its lock, by the process that has the file open; says which that is. */
    Path lock() {
        return beside(".lock");
    }

    /** There while a file with durability=restart is open: found at the start, it says that nothing can be trusted. */
    public Path dirty() {
        return beside(".dirty");
    }

    /** There while a file with durability=crash is open: leads back to the last commit. */
    public Path undo() {
        return beside(".undo");
    }

    /** A file that is being made and will take the place of the data in one step. */
    public Path next() {
        return beside(".new");
    }

    /** A copy that is made while the data are in use, and may take their place in one step. */
    public Path copy() {
        return beside(".copy");
    }

    /** Where a file goes that cannot be trusted. */
    Path broken(String time) {
        return beside(brokenSuffix() + time);
    }

    static String brokenSuffix() {
        return ".broken-";
    }

    private Path beside(String suffix) {
        return file.resolveSibling(file.getFileName() + suffix);
    }
}
