package dev.larder.tck;

import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Ends a run that hangs, after it has recorded the stacks of all threads. */
final class Watchdog {
    private Watchdog() {}

    /**
     * Starts the watchdog.
     *
     * @param deadline the time after which the run counts as hanging
     * @param alarm gets the stacks of all threads at the deadline
     */
    static void start(Duration deadline, Consumer<String> alarm) {
        Thread thread = new Thread(() -> watch(deadline, alarm), "tck-watchdog");
        thread.setDaemon(true);
        thread.start();
    }

    private static void watch(Duration deadline, Consumer<String> alarm) {
        try {
            Thread.sleep(deadline.toMillis());
            alarm.accept(stacks());
        } catch (InterruptedException cancelled) {
            throw new IllegalStateException("the watchdog was cancelled before its JVM ended", cancelled);
        }
    }

    /** The thread that runs the tests comes first. */
    private static String stacks() {
        return Thread.getAllStackTraces().entrySet().stream()
                .sorted(Comparator.comparing(entry -> !entry.getKey().getName().equals("main")))
                .map(Watchdog::stack)
                .collect(Collectors.joining("\n"));
    }

    private static String stack(Map.Entry<Thread, StackTraceElement[]> entry) {
        String frames = Arrays.stream(entry.getValue())
                .map(frame -> "\tat " + frame + '\n')
                .collect(Collectors.joining());
        return entry.getKey().getName() + " (" + entry.getKey().getState() + ")\n" + frames;
    }
}
