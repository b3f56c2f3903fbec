package io.crosscare.settlement.visit.model;

import io.crosscare.settlement.visit.model.Registration.Request;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is kept with a visit beside registration and fees: its diagnoses, and what was done to it.
 *
 * @param acts what changed it, in order
 * @param idle requests that found nothing to do: no part of its history, kept so that each, coming again, still does nothing
 */
public record VisitFile(List<Diagnosis> diagnoses, List<VisitAct> acts, List<Request> idle, WithdrawnLines withdrawn) {

    public static final VisitFile EMPTY = new VisitFile(List.of(), List.of(), List.of(), WithdrawnLines.NONE);

    /** A visit that changes more often is no visit any more. */
    public static final int ACTS_MAX = 500;

    /** Ten times what a visit can have at once. */
    private static final int WITHDRAWN_MAX = 50_000;

    public VisitFile {
        diagnoses = List.copyOf(diagnoses);
        acts = List.copyOf(acts);
        idle = List.copyOf(idle);
    }

    public boolean isFull() {
        return acts.size() + idle.size() >= ACTS_MAX || withdrawn.count() >= WITHDRAWN_MAX;
    }

    /** What came under a key, whether or not it changed anything. */
    public Optional<Request> requestOf(String key) {
        return Stream.concat(acts.stream().map(VisitAct::request).filter(Objects::nonNull), idle.stream())
                .filter(request -> request.key().equals(key))
                .findFirst();
    }

    VisitFile with(VisitAct act) {
        List<VisitAct> all = new ArrayList<>(acts);
        all.add(act);
        return new VisitFile(diagnoses, all, idle, withdrawn);
    }

    VisitFile with(List<Diagnosis> replaced, VisitAct act) {
        return new VisitFile(replaced, with(act).acts(), idle, withdrawn);
    }

    VisitFile without(Collection<VisitLine> lines, VisitAct act) {
        return new VisitFile(diagnoses, with(act).acts(), idle, withdrawn.with(lines));
    }

    VisitFile with(Request changingNothing) {
        List<Request> all = new ArrayList<>(idle);
        all.add(changingNothing);
        return new VisitFile(diagnoses, acts, all, withdrawn);
    }
}
