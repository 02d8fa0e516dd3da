package dev.larder.benchmarks;

import java.util.List;
import java.util.stream.Collectors;

/** Writes a table, the first columns of text, the rest of numbers. */
public final class MarkdownTable {
    private final StringBuilder lines = new StringBuilder();

    /** A table with so many columns of text. */
    public MarkdownTable(int textColumns, List<String> titles) {
        row(titles);
        StringBuilder rule = new StringBuilder("|");
        for (int column = 0; column < titles.size(); column++) {
            rule.append(column < textColumns ? " --- |" : " ---: |");
        }
        lines.append(rule).append('\n');
    }

    /** Adds a row. */
    public MarkdownTable row(List<String> cells) {
        lines.append(cells.stream().map(MarkdownTable::escaped).collect(Collectors.joining(" | ", "| ", " |\n")));
        return this;
    }

    private static String escaped(String cell) {
        return cell.replace("|", "\\|").replace("\n", " ");
    }

    @Override
    public String toString() {
        return lines.toString();
    }
}
