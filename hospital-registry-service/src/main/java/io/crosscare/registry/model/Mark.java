package io.crosscare.registry.model;

/** How well a fact is founded, from firm to weak; shown as printed here wherever the fact decides something. */
public enum Mark {
    /** Printed in an official text. */
    OFFICIAL("官方"),
    /** The text names no limit, which is read as "all" (domain.md §2.1 no. 15). */
    NOT_LIMITED("未限定"),
    /** A reading or a proposal of ours. */
    ASSUMED("假设"),
    /** Made up to show a form: stands for nothing that exists. */
    SAMPLE("样例");

    private final String zh;

    Mark(String zh) {
        this.zh = zh;
    }

    public String zh() {
        return zh;
    }

    /** The weaker of the two: a conclusion is no firmer than what it rests on. */
    public Mark and(Mark other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
