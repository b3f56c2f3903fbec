package io.crosscare.correction.desk;

import io.crosscare.correction.desk.model.CaseState;
import reactor.core.publisher.Mono;

/** Counts the open cases in the store, so that the gauge is right after a restart and in every instance. */
public final class CountOpenCases {

    private final CorrectionCases cases;
    private final CaseMeters meters;

    public CountOpenCases(CorrectionCases cases, CaseMeters meters) {
        this.cases = cases;
        this.meters = meters;
    }

    public Mono<Void> count() {
        return cases.counts(new CaseSight.Everything(), CaseState.OPEN)
                .collectList()
                .doOnNext(meters::open)
                .then();
    }
}
