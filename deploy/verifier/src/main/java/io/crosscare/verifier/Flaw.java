package io.crosscare.verifier;

/**
 * What is wrong with a file, first of all that is.
 *
 * @param line of the file, from 1; of what is missing, the line where that is seen
 * @param record the entry in question, or what else is
 */
record Flaw(long line, String record, String zh, String en) {

    @Override
    public String toString() {
        return "第 %d 行 line %d: %s · %s · %s".formatted(line, line, record, zh, en);
    }
}
