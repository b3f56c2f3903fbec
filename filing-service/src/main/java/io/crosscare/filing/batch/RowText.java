package io.crosscare.filing.batch;

import java.util.Map;

/** A row as it is written. {@code toString} shows nothing of it. */
public sealed interface RowText {

    /** By column name; empty cells are left out. */
    record Cells(Map<String, String> byColumn) implements RowText {

        public Cells {
            byColumn = Map.copyOf(byColumn);
        }

        @Override
        public String toString() {
            return "Cells[…]";
        }
    }

    /** A JSON object, if it is one. */
    record Json(String text) implements RowText {

        @Override
        public String toString() {
            return "Json[…]";
        }
    }
}
