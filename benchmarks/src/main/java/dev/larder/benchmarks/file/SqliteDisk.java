package dev.larder.benchmarks.file;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** SQLite with one connection, a log instead of a journal, and no waiting for the disk at each commit. */
final class SqliteDisk implements Disk {
    private final ReentrantLock lock = new ReentrantLock();
    private final Connection connection;
    private final PreparedStatement get;
    private final PreparedStatement put;

    SqliteDisk(Path file) throws SQLException {
        connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA journal_mode=WAL");
            statement.execute("PRAGMA synchronous=NORMAL");
            statement.execute("CREATE TABLE IF NOT EXISTS benchmark (id INTEGER PRIMARY KEY, bytes BLOB)");
        }
        get = connection.prepareStatement("SELECT bytes FROM benchmark WHERE id = ?");
        put = connection.prepareStatement("INSERT OR REPLACE INTO benchmark VALUES (?, ?)");
    }

    @Override
    public byte @Nullable [] get(int key) throws SQLException {
        lock.lock();
        try {
            get.setInt(1, key);
            try (ResultSet rows = get.executeQuery()) {
                return rows.next() ? rows.getBytes(1) : null;
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void put(int key, byte[] value) throws SQLException {
        lock.lock();
        try {
            put.setInt(1, key);
            put.setBytes(2, value);
            put.executeUpdate();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
