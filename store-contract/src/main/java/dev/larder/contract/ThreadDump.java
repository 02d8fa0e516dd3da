package dev.larder.contract;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Prints the stacks of all threads of this JVM, for the report of a test that hangs. */
public final class ThreadDump {
    private ThreadDump() {}

    public static String all() {
        return Thread.getAllStackTraces().entrySet().stream()
                .map(each -> each.getKey() + "\n" + frames(each.getValue()))
                .collect(Collectors.joining("\n"));
    }

    private static String frames(StackTraceElement[] stack) {
        return Arrays.stream(stack).map(frame -> "    at " + frame).collect(Collectors.joining("\n"));
    }
}
