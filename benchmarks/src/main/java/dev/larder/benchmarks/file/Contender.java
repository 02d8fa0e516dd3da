package dev.larder.benchmarks.file;

import java.nio.file.Path;

/** Whose disk is measured. */
enum Contender {
    LARDER("Larder, durability=restart") {
        @Override
        Disk open(Path folder) {
            return new JCacheDisk("mapdb:" + folder.resolve("larder.db") + "?max-bytes=8g");
        }
    },
    LARDER_CRASH("Larder, durability=crash") {
        @Override
        Disk open(Path folder) {
            return new JCacheDisk("mapdb:" + folder.resolve("larder.db") + "?max-bytes=8g&durability=crash");
        }
    },
    MAPDB("MapDB alone, mapped") {
        @Override
        Disk open(Path folder) {
            return new RawMapDb(folder.resolve("raw.db"));
        }
    },
    EHCACHE("Ehcache 3, disk tier through JCache") {
        @Override
        Disk open(Path folder) {
            return new EhcacheDisk(folder.resolve("ehcache"));
        }
    },
    MVSTORE("H2 MVStore") {
        @Override
        Disk open(Path folder) {
            return new MvStoreDisk(folder.resolve("mv.db"));
        }
    },
    SQLITE("SQLite, write-ahead log") {
        @Override
        Disk open(Path folder) throws Exception {
            return new SqliteDisk(folder.resolve("sqlite.db"));
        }
    };

    private final String title;

    Contender(String title) {
        this.title = title;
    }

    /** The name in tables. */
    String title() {
        return title;
    }

    abstract Disk open(Path folder) throws Exception;
}
