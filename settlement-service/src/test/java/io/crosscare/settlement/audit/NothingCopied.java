package io.crosscare.settlement.audit;

import io.crosscare.settlement.audit.model.CopiedKind;
import io.crosscare.settlement.audit.model.RecordVersion;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Owners who have nothing. */
final class NothingCopied implements OwnedRecords {

    @Override
    public Flux<RecordVersion> all(CopiedKind kind) {
        return Flux.empty();
    }

    @Override
    public Mono<RecordVersion> find(CopiedKind kind, String id) {
        return Mono.empty();
    }
}
