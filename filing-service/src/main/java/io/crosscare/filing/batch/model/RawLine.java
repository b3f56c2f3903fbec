package io.crosscare.filing.batch.model;

/**
 * One line of a file as it came, without its end.
 *
 * @param number from 1, blank lines counted
 * @param bytes at most {@link LineSplitter#LENGTH_MAX} of them
 * @param isWhole whether these are all of its bytes
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; a copy of each of 100,000 lines would be for nothing
public record RawLine(int number, byte[] bytes, boolean isWhole) {

    @Override
    public String toString() {
        return "RawLine[" + number + ", …]";
    }
}
