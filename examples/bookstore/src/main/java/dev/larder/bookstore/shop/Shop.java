package dev.larder.bookstore.shop;

import jakarta.persistence.Persistence;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.hibernate.FlushMode;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.hibernate.Transaction;
import org.hibernate.stat.Statistics;

/**
 * The bookstore, open for business on rows of its own. Thread-safe.
 *
 * <p>Opened with or without the cache, it runs the same code: what differs is two settings.
 */
public final class Shop implements AutoCloseable {
    private static final String CACHED = "with-cache";
    private static final String NEW_TABLES = "create-drop";

    private final SessionFactory factory;

    private Shop(SessionFactory factory) {
        this.factory = factory;
    }

    /** {@link #withCache(Database, int)} on a database in this process. */
    public static Shop withCache(int threads) {
        return withCache(Database.ofThisProcess(), threads);
    }

    /** {@link #withoutCache(Database, int)} on a database in this process. */
    public static Shop withoutCache(int threads) {
        return withoutCache(Database.ofThisProcess(), threads);
    }

    /** Opens the shop as {@code persistence.xml} configures it, for so many threads at once. */
    public static Shop withCache(Database database, int threads) {
        return open(database.url(CACHED), threads, true, NEW_TABLES);
    }

    /** Opens the shop with second-level and query cache turned off. */
    public static Shop withoutCache(Database database, int threads) {
        return open(database.url("without-cache"), threads, false, NEW_TABLES);
    }

    /** Opens a branch of a shop with cache that is open in another process, on the same rows. */
    public static Shop branch(String url, int threads) {
        return open(url, threads, true, "none");
    }

    /** Where a branch of the shop with cache finds its rows. */
    public static String urlForBranches(Database database) {
        return database.url(CACHED);
    }

    private static Shop open(String url, int threads, boolean cached, String tables) {
        // Hibernate shall log through SLF4J, as Larder does: one file then keeps both quiet.
        System.setProperty("org.jboss.logging.provider", "slf4j");
        return new Shop(Persistence.createEntityManagerFactory(
                        "bookstore",
                        Map.of(
                                "jakarta.persistence.jdbc.url",
                                url,
                                "hibernate.hbm2ddl.auto",
                                tables,
                                "hibernate.connection.pool_size",
                                String.valueOf(threads + 2),
                                "hibernate.cache.use_second_level_cache",
                                String.valueOf(cached),
                                "hibernate.cache.use_query_cache",
                                String.valueOf(cached)))
                .unwrap(SessionFactory.class));
    }

    /** Does some work in a session and transaction of its own and returns what it yields, once committed. */
    public <T> T transact(Function<Session, T> work) {
        return factory.fromTransaction(work);
    }

    /** Does some work, sends it to the database and then takes it back. */
    public void rollBack(Consumer<Session> work) {
        factory.inSession(session -> {
            Transaction transaction = session.beginTransaction();
            try {
                work.accept(session);
                session.flush();
            } finally {
                transaction.rollback();
            }
        });
    }

    /** Reads in a session and transaction of its own that looks for no changes at its end. */
    public <T> T read(Function<Session, T> work) {
        return factory.fromTransaction(session -> {
            session.setDefaultReadOnly(true);
            session.setHibernateFlushMode(FlushMode.MANUAL);
            return work.apply(session);
        });
    }

    /** Empties every cache and sets the statistics to zero: the shop as on its first morning. */
    public void forget() {
        factory.getCache().evictAllRegions();
        factory.getStatistics().clear();
    }

    /** Hibernate's own count of statements, hits and misses. */
    public Statistics statistics() {
        return factory.getStatistics();
    }

    @Override
    public void close() {
        factory.close();
    }
}
