package io.crosscare.correction.desk;

import io.crosscare.correction.desk.model.Fact.UploadStated;
import java.time.Clock;
import reactor.core.publisher.Mono;

/**
 * Brings what became of a filing on its way to the upper platform to the cases that wait for it. A case that opens later asks the
 * registry itself, so uploads are not kept here.
 */
public final class RecordUpload {

    /** A filing is one person's. */
    private static final int CASES_MAX = CorrectionCases.OF_PERSON_MAX;

    private final CorrectionCases cases;
    private final ChangeCase changeCase;
    private final Clock clock;

    public RecordUpload(CorrectionCases cases, ChangeCase changeCase, Clock clock) {
        this.cases = cases;
        this.changeCase = changeCase;
        this.clock = clock;
    }

    /** Completes when every case that waits for the filing knows it. What says nothing new changes nothing. */
    public Mono<Void> record(UploadStated upload) {
        return cases.waitingForUpload(upload.filingId(), CASES_MAX)
                .concatMap(id -> changeCase.change(
                        id,
                        present -> present.isConcernedBy(upload) ? present.learned(upload, clock.instant()) : present))
                .then();
    }
}
