package io.crosscare.correction.deadline.model;

import java.util.Arrays;

/** How well a figure is founded; shown wherever it decides (design.md §3.7). */
public enum Mark {
    OFFICIAL("官方"),
    NEAREST_YEAR("邻近年份"),
    ASSUMED("假设");

    private final String zh;

    Mark(String zh) {
        this.zh = zh;
    }

    public String zh() {
        return zh;
    }

    public static Mark ofZh(String zh) {
        return Arrays.stream(values())
                .filter(mark -> mark.zh.equals(zh))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown mark " + zh));
    }

    /** The less well founded of the two. */
    public Mark or(Mark other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
