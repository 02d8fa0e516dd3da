package dev.larder.bookstore.workload;

import dev.larder.bookstore.shop.Catalogue;
import dev.larder.bookstore.shop.Shop;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;

/**
 * What a run of the plan cost.
 *
 * @param requests how many were served
 * @param statements SQL statements that Hibernate prepared
 * @param time from the first request to the last
 * @param work processor time of the threads that served; steadier than time where others share the machine
 */
public record Outcome(long requests, long statements, Duration time, Duration work) {

    static Outcome of(Plan plan, Shop shop, Catalogue catalogue) {
        long begin = System.nanoTime();
        List<Callable<Duration>> customers = plan.threads().stream()
                .<Callable<Duration>>map(requests -> () -> serve(requests, shop, catalogue))
                .toList();
        Duration work = Crew.work(customers).stream().reduce(Duration.ZERO, Duration::plus);
        Duration time = Duration.ofNanos(System.nanoTime() - begin);
        return new Outcome(plan.size(), shop.statistics().getPrepareStatementCount(), time, work);
    }

    /** Requests served in a second. */
    public double perSecond() {
        return requests / seconds(time);
    }

    /** How many times this one's {@code time} goes into another's. */
    static double times(Duration one, Duration other) {
        return seconds(other) / seconds(one);
    }

    private static double seconds(Duration time) {
        return Math.max(1, time.toNanos()) / 1e9;
    }

    private static Duration serve(List<Request> requests, Shop shop, Catalogue catalogue) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long begin = threads.getCurrentThreadCpuTime();
        for (Request request : requests) {
            request.serve(shop, catalogue);
        }
        return Duration.ofNanos(threads.getCurrentThreadCpuTime() - begin);
    }
}
