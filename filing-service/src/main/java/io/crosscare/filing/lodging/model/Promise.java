package io.crosscare.filing.lodging.model;

import java.time.LocalDate;

/**
 * The word given to bring the papers later (承诺补充). Time alone changes nothing about it.
 *
 * @param dueOn the last day for it
 */
public record Promise(LocalDate dueOn, State state) {

    /** What became of a promise. */
    public enum State {
        /** 待补充 · the papers are still to come. */
        OPEN,
        /** 已补充 · the papers were brought. */
        KEPT,
        /** 已失效 · the agency has let it lapse. */
        LAPSED
    }

    public static Promise open(LocalDate dueOn) {
        return new Promise(dueOn, State.OPEN);
    }

    public boolean isOpen() {
        return state == State.OPEN;
    }

    Promise kept() {
        return new Promise(dueOn, State.KEPT);
    }

    Promise lapsed() {
        return new Promise(dueOn, State.LAPSED);
    }
}
