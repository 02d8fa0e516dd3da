package dev.larder.bookstore.shop;

/** Where the rows of shops are kept: in this process, or behind a server that others can reach. */
public interface Database extends AutoCloseable {
    /** The JDBC address of a shop's rows; equal names give the same rows. */
    String url(String shop);

    /** Ends what was started for it. */
    @Override
    void close();

    /** One in the memory of this process, for it alone. */
    static Database ofThisProcess() {
        return new Database() {
            @Override
            public String url(String shop) {
                return "jdbc:h2:" + inMemory(shop);
            }

            @Override
            public void close() {}
        };
    }

    /** What follows the place in H2's addresses. */
    static String inMemory(String shop) {
        return "mem:" + shop + ";DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000";
    }
}
