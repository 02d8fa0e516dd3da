package dev.larder.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Draws groups of horizontal bars as SVG, in two columns, each group to a scale of its own. Legible on
 * white and on black: no background, greys from the middle, and names instead of a legend.
 */
final class BarChart {
    private static final int COLUMNS = 2;
    private static final int COLUMN_WIDTH = 440;
    private static final int GAP = 40;
    private static final int MARGIN = 16;
    private static final int HEAD = 56;
    private static final int TITLE = 26;
    private static final int LINE = 20;
    private static final int BAR = 13;
    private static final int LABEL = 112;
    private static final int VALUE = 64;

    private final String title;
    private final String subtitle;
    private final List<Group> groups = new ArrayList<>();

    BarChart(String title, String subtitle) {
        this.title = title;
        this.subtitle = subtitle;
    }

    /** One bar. */
    record Bar(String label, double value, boolean accented) {}

    private record Group(String title, List<Bar> bars) {
        int height() {
            return TITLE + bars.size() * LINE + LINE;
        }

        double most() {
            return Math.max(1, bars.stream().mapToDouble(Bar::value).max().orElse(1));
        }
    }

    BarChart group(String name, List<Bar> bars) {
        groups.add(new Group(name, bars));
        return this;
    }

    /** The whole picture. */
    String svg() {
        StringBuilder body = new StringBuilder();
        int height = HEAD;
        for (int first = 0; first < groups.size(); first += COLUMNS) {
            List<Group> row = groups.subList(first, Math.min(first + COLUMNS, groups.size()));
            for (int column = 0; column < row.size(); column++) {
                draw(body, row.get(column), MARGIN + column * (COLUMN_WIDTH + GAP), height);
            }
            height += row.stream().mapToInt(Group::height).max().orElse(0);
        }
        return frame(2 * MARGIN + COLUMNS * COLUMN_WIDTH + GAP, height + MARGIN, body);
    }

    private String frame(int width, int height, CharSequence body) {
        return String.format(Locale.ROOT, """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %2$d" width="%1$d" height="%2$d" role="img">
                <title>%3$s</title>
                <style>
                text { font: 12px system-ui, sans-serif; fill: #7d8590; }
                .title { font-size: 17px; font-weight: 600; }
                .group { font-size: 13px; font-weight: 600; }
                .value { font-variant-numeric: tabular-nums; }
                .ours { fill: #3b82f6; }
                .peer { fill: #9aa4b0; opacity: .6; }
                </style>
                <text class="title" x="%4$d" y="24">%3$s</text>
                <text x="%4$d" y="43">%5$s</text>
                %6$s</svg>
                """, width, height, escaped(title), MARGIN, escaped(subtitle), body);
    }

    private static void draw(StringBuilder body, Group group, int left, int top) {
        body.append(String.format(
                Locale.ROOT,
                "<text class=\"group\" x=\"%d\" y=\"%d\">%s</text>%n",
                left,
                top + TITLE - 8,
                escaped(group.title())));
        int y = top + TITLE;
        for (Bar bar : group.bars()) {
            draw(body, bar, group.most(), left, y);
            y += LINE;
        }
    }

    private static void draw(StringBuilder body, Bar bar, double most, int left, int top) {
        double length = Math.max(1, (COLUMN_WIDTH - LABEL - VALUE) * bar.value() / most);
        body.append(String.format(
                Locale.ROOT,
                "<text x=\"%d\" y=\"%d\">%s</text>"
                        + "<rect class=\"%s\" x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"%d\" rx=\"2\"/>"
                        + "<text class=\"value\" x=\"%.1f\" y=\"%d\">%,.0f</text>%n",
                left,
                top + BAR - 2,
                escaped(bar.label()),
                bar.accented() ? "ours" : "peer",
                left + LABEL,
                top,
                length,
                BAR,
                left + LABEL + length + 6,
                top + BAR - 2,
                bar.value()));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
