package io.crosscare.settlement.eligibility;

import io.crosscare.chassis.id.InstitutionCode;
import io.crosscare.chassis.id.PersonId;
import io.crosscare.chassis.region.RegionCode;
import io.crosscare.settlement.eligibility.model.AgencyFacts;
import io.crosscare.settlement.eligibility.model.Connectivity;
import io.crosscare.settlement.eligibility.model.CopiedRecord;
import io.crosscare.settlement.eligibility.model.FilingFacts;
import io.crosscare.settlement.eligibility.model.InstitutionFacts;
import io.crosscare.settlement.eligibility.model.PersonFacts;
import io.crosscare.settlement.eligibility.model.RefusalReason.Owner;
import io.crosscare.settlement.eligibility.model.UploadFacts;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Port to the copies of other services' records. Of two versions of a record the higher stays, in whatever order they come.
 */
public interface ReadModels {

    Mono<PersonFacts> person(PersonId id);

    Flux<FilingFacts> filings(PersonId person);

    Mono<InstitutionFacts> institution(InstitutionCode code);

    Mono<Connectivity> connectivity();

    Mono<AgencyFacts> agency(RegionCode region);

    /** How far a filing has come on its way to the upper platform; empty when it never was on its way. */
    Mono<UploadFacts> upload(String filingId);

    /** Whether all copies of an owner's records may be believed alone. */
    Mono<Boolean> isFresh(Owner owner);

    Mono<Void> keep(CopiedRecord record);
}
