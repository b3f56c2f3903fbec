package io.crosscare.settlement.benefit.model;

/** How far a figure or reading is vouched for; shown as its mark wherever it decides an amount. */
public enum Confidence {
    /** An official text states it for the period. */
    DOCUMENTED("官方", "documented"),
    /** An official text states it, for another year. */
    NEAREST_YEAR("邻近年份", "nearest-year"),
    /** Third-party, recollection, or our own reading. */
    ASSUMED("假设", "assumed");

    private final String mark;
    private final String word;

    Confidence(String mark, String word) {
        this.mark = mark;
        this.word = word;
    }

    /** The mark people see. */
    public String mark() {
        return mark;
    }

    /** The word of the data files, and the English mark. */
    public String word() {
        return word;
    }
}
