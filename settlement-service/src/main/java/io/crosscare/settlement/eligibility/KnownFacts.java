package io.crosscare.settlement.eligibility;

import io.crosscare.chassis.id.InstitutionCode;
import io.crosscare.chassis.id.PersonId;
import io.crosscare.settlement.eligibility.model.InstitutionFacts;
import io.crosscare.settlement.eligibility.model.PersonFacts;
import reactor.core.publisher.Mono;

/** Finds a person or an institution: the copy, and where there is none yet, its owner's word, which is then kept. */
public final class KnownFacts {

    private final ReadModels copies;
    private final Owners owners;

    public KnownFacts(ReadModels copies, Owners owners) {
        this.copies = copies;
        this.owners = owners;
    }

    /** Empty when the owner does not know the person either. */
    public Mono<PersonFacts> person(PersonId id) {
        return copies.person(id)
                .switchIfEmpty(Mono.defer(() -> owners.person(id))
                        .flatMap(told -> copies.keep(told).thenReturn(told)));
    }

    /** Empty when the owner does not know the institution either. */
    public Mono<InstitutionFacts> institution(InstitutionCode code) {
        return copies.institution(code)
                .switchIfEmpty(Mono.defer(() -> owners.institution(code))
                        .flatMap(told -> copies.keep(told).thenReturn(told)));
    }
}
