package dev.larder.bookstore;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Rows of text in columns as wide as their widest cell: the first so many to the left, numbers to the right. */
final class Table {
    private final int leftColumns;
    private final List<List<String>> rows = new ArrayList<>();

    Table(int leftColumns) {
        this.leftColumns = leftColumns;
    }

    Table row(String... cells) {
        rows.add(List.of(cells));
        return this;
    }

    /** The rows as lines, indented by two. */
    List<String> lines() {
        int[] widths = IntStream.range(0, rows.get(0).size()).map(this::width).toArray();
        return rows.stream().map(row -> line(row, widths)).toList();
    }

    private int width(int column) {
        return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
    }

    private String line(List<String> row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < widths.length; column++) {
            String gap = " ".repeat(widths[column] - row.get(column).length());
            boolean left = column < leftColumns;
            line.append("  ").append(left ? "" : gap).append(row.get(column)).append(left ? gap : "");
        }
        return line.toString().stripTrailing();
    }
}
