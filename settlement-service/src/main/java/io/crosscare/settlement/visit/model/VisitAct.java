package io.crosscare.settlement.visit.model;

import io.crosscare.settlement.visit.model.Registration.Request;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that was done to a visit after its registration: who, when, why. Kept with the visit in the same write, so that
 * nothing is done without its trace and nothing twice under one key.
 *
 * @param request under which key it came, and the hash of its content; null where the door asks for no key
 * @param by the caller's account
 * @param reason in the caller's words; empty where none is asked for
 * @param what names of what changed and numbers of lines, never values
 */
public record VisitAct(
        Action action, @Nullable Request request, Instant at, String by, String reason, List<String> what) {

    public VisitAct {
        what = List.copyOf(what);
    }

    /** What was done. */
    public enum Action {
        CHANGED,
        CANCELLED,
        LINES_WITHDRAWN,
        DIAGNOSES_REPLACED,
        DISCHARGED,
        DISCHARGE_CANCELLED
    }

    /** The same act, with what it changed. */
    public VisitAct changing(List<String> names) {
        return new VisitAct(action, request, at, by, reason, names);
    }
}
