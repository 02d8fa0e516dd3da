package dev.larder.benchmarks.file;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/**
 * What a trial found: nanoseconds of CPU for each operation, milliseconds to open again, megabytes on disk and
 * bytes of heap for each entry.
 */
record Result(double fill, double get, double put, double mixed, double reopen, double megabytes, double heap) {

    static Result parse(String line) {
        double[] numbers = Arrays.stream(line.trim().split(" "))
                .mapToDouble(Double::parseDouble)
                .toArray();
        return new Result(numbers[0], numbers[1], numbers[2], numbers[3], numbers[4], numbers[5], numbers[6]);
    }

    /** A row of a table. */
    String row(String title) {
        return numbers()
                .mapToObj(each -> String.format(Locale.ROOT, "%,.0f", each))
                .collect(Collectors.joining(" | ", "| " + title + " | ", " |"));
    }

    private DoubleStream numbers() {
        return DoubleStream.of(fill, get, put, mixed, reopen, megabytes, heap);
    }

    @Override
    public String toString() {
        return numbers()
                .mapToObj(each -> String.format(Locale.ROOT, "%.3f", each))
                .collect(Collectors.joining(" "));
    }
}
