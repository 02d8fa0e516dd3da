package dev.larder.mapdb.file;

import java.nio.file.Path;

/**
 * The files of one store, side by side.
 *
 * @param file the data file
 */
public record FilePaths(Path file) {
    /** The lock file: the process that has the data file open holds a lock on it and writes its process id there. */
    Path lock() {
        return beside(".lock");
    }

    /**
     * The marker that exists while a file with durability=restart is open. Found at the start, it means: do not trust
     * the file.
     */
    public Path dirty() {
        return beside(".dirty");
    }

    /** The undo journal that exists while a file with durability=crash is open. It restores the last commit. */
    public Path undo() {
        return beside(".undo");
    }

    /** A new file that is being written and will replace the data file in one step. */
    public Path next() {
        return beside(".new");
    }

    /** A copy that is written while the data file is in use, and may replace it in one step. */
    public Path copy() {
        return beside(".copy");
    }

    /** Where a data file goes that cannot be trusted. */
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
