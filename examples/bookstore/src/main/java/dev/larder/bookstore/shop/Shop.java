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
 * The bookstore, open for business on a database of its own in memory. Thread-safe.
 *
 * <p>Opened with or without the cache, it runs the same code: what differs is two settings.
 */
public final class Shop implements AutoCloseable {
    private final SessionFactory factory;

    private Shop(SessionFactory factory) {
        this.factory = factory;
    }

    /** Opens the shop as {@code persistence.xml} configures it, for so many threads at once. */
    public static Shop withCache(int threads) {
        return new Shop(open("with-cache", threads, true));
    }

    /** Opens the shop with second-level and query cache turned off. */
    public static Shop withoutCache(int threads) {
        return new Shop(open("without-cache", threads, false));
    }

    private static SessionFactory open(String database, int threads, boolean cached) {
        // Hibernate shall log through SLF4J, as Larder does: one file then keeps both quiet.
        System.setProperty("org.jboss.logging.provider", "slf4j");
        return Persistence.createEntityManagerFactory(
                        "bookstore",
                        Map.of(
                                "jakarta.persistence.jdbc.url",
                                "jdbc:h2:mem:" + database + ";DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000",
                                "hibernate.connection.pool_size",
                                String.valueOf(threads + 2),
                                "hibernate.cache.use_second_level_cache",
                                String.valueOf(cached),
                                "hibernate.cache.use_query_cache",
                                String.valueOf(cached)))
                .unwrap(SessionFactory.class);
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
