package io.crosscare.filing.batch;

/**
 * A row that can be worked on.
 *
 * @param number the line of the file, from 1
 */
public record NumberedRow<T>(int number, T row) {

    @Override
    public String toString() {
        return "NumberedRow[" + number + ", …]";
    }
}
