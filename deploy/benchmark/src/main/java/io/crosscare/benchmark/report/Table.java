package io.crosscare.benchmark.report;

import java.util.ArrayList;
import java.util.List;

/** Rows under a header; the first column to the left, figures to the right, by the places characters take on a screen. */
public final class Table {

    private static final int CJK_FROM = 0x2E80;
    private static final String GAP = "  ";

    private final List<List<String>> rows = new ArrayList<>();

    public Table row(List<String> cells) {
        rows.add(List.copyOf(cells));
        return this;
    }

    public String text() {
        List<Integer> widths = new ArrayList<>();
        for (List<String> row : rows) {
            for (int column = 0; column < row.size(); column++) {
                int width = widthOf(row.get(column));
                if (column == widths.size()) {
                    widths.add(width);
                } else {
                    widths.set(column, Math.max(widths.get(column), width));
                }
            }
        }
        StringBuilder text = new StringBuilder();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < row.size(); column++) {
                String cell = row.get(column);
                String padding = " ".repeat(widths.get(column) - widthOf(cell));
                line.append(GAP).append(column == 0 ? cell + padding : padding + cell);
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }

    /** Chinese characters take two places. */
    private static int widthOf(String text) {
        return text.codePoints().map(point -> point >= CJK_FROM ? 2 : 1).sum();
    }
}
