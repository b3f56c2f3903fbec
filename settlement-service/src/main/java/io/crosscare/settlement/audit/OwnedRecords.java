package io.crosscare.settlement.audit;

import io.crosscare.settlement.audit.model.CopiedKind;
import io.crosscare.settlement.audit.model.RecordVersion;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Port to the owners of the records that this service keeps copies of. */
public interface OwnedRecords {

    /** All records of a kind, page by page; of {@link CopiedKind#INSURED_PERSON} there is no list. */
    Flux<RecordVersion> all(CopiedKind kind);

    /** One record; empty when its owner does not have it. */
    Mono<RecordVersion> find(CopiedKind kind, String id);
}
