package io.crosscare.settlement.visit.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is kept with a visit beside registration and fees: its diagnoses, and what was done to it. */
public record VisitFile(List<Diagnosis> diagnoses, List<VisitAct> acts) {

    public static final VisitFile EMPTY = new VisitFile(List.of(), List.of());

    /** A visit that changes more often is no visit any more. */
    public static final int ACTS_MAX = 500;

    public VisitFile {
        diagnoses = List.copyOf(diagnoses);
        acts = List.copyOf(acts);
    }

    public boolean isFull() {
        return acts.size() >= ACTS_MAX;
    }

    /** What was done under a key. */
    public Optional<VisitAct> actOf(String key) {
        return acts.stream()
                .filter(act -> act.request() != null && act.request().key().equals(key))
                .findFirst();
    }

    VisitFile with(VisitAct act) {
        List<VisitAct> all = new ArrayList<>(acts);
        all.add(act);
        return new VisitFile(diagnoses, all);
    }

    VisitFile with(List<Diagnosis> replaced, VisitAct act) {
        return new VisitFile(replaced, with(act).acts());
    }
}
