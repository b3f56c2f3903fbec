package io.crosscare.correction.refusal;

import io.crosscare.correction.refusal.model.Refusal;
import reactor.core.publisher.Mono;

/** Keeps what was refused, however often it is told of it. */
public final class RecordRefusal {

    private final Refusals refusals;

    public RecordRefusal(Refusals refusals) {
        this.refusals = refusals;
    }

    /** Completes when the refusal is stored; answers whether it is news. */
    public Mono<Boolean> record(Refusal refusal) {
        return refusals.keep(refusal);
    }
}
