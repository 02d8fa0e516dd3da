package dev.larder.bookstore.workload;

import dev.larder.bookstore.shop.Desk;
import java.util.function.ToIntBiFunction;
import java.util.random.RandomGenerator;

/** What a customer comes for, and how many of a hundred come for it. */
enum Visit {
    BOOK_PAGE(35, false, Desk::bookPage),
    BAR_CODE(23, false, Desk::barCode),
    AUTHOR_PAGE(16, false, Desk::authorPage),
    SHELF(23, false, Desk::shelf),
    SALE(2, true, Desk::sell),
    REVIEW(1, true, Desk::review);

    private static final int ALL = 100;

    private final int share;
    private final boolean writes;

    @SuppressWarnings("ImmutableEnumChecker")
    private final ToIntBiFunction<Desk, Integer> service;

    Visit(int share, boolean writes, ToIntBiFunction<Desk, Integer> service) {
        this.share = share;
        this.writes = writes;
        this.service = service;
    }

    static Visit pick(RandomGenerator random) {
        int left = random.nextInt(ALL);
        for (Visit visit : values()) {
            left -= visit.share;
            if (left < 0) {
                return visit;
            }
        }
        throw new IllegalStateException("the shares of the visits do not add up to " + ALL);
    }

    boolean writes() {
        return writes;
    }

    int serve(Desk desk, int place) {
        return service.applyAsInt(desk, place);
    }
}
