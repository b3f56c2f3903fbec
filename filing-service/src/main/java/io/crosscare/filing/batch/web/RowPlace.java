package io.crosscare.filing.batch.web;

import io.crosscare.filing.batch.model.RowResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A row's result and the block it stands in. */
record RowPlace(int block, RowResult result) {

    /** Says after which row of which block a page begins. */
    record Cursor(int block, int row) {

        static final Cursor BEGINNING = new Cursor(0, 0);
        private static final Pattern FORM = Pattern.compile("([0-9]{1,6})\\.([0-9]{1,8})");

        static Cursor parse(String text) {
            Matcher matcher = FORM.matcher(text);
            if (!matcher.matches()) {
                throw new IllegalArgumentException("a cursor is a block and a row");
            }
            return new Cursor(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
        }

        @Override
        public String toString() {
            return block + "." + row;
        }
    }

    Cursor cursor() {
        return new Cursor(block, result.row());
    }
}
