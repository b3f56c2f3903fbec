package io.crosscare.settlement.eligibility;

import io.crosscare.chassis.id.InstitutionCode;
import io.crosscare.chassis.id.PersonId;
import io.crosscare.chassis.region.RegionCode;
import io.crosscare.settlement.eligibility.model.EligibilityFacts.CareSide;
import io.crosscare.settlement.eligibility.model.EligibilityFacts.InsuredSide;
import io.crosscare.settlement.eligibility.model.EligibilityQuestion;
import io.crosscare.settlement.eligibility.model.FilingWindow;
import io.crosscare.settlement.eligibility.model.InstitutionFacts;
import io.crosscare.settlement.eligibility.model.PersonFacts;
import io.crosscare.settlement.eligibility.model.UploadFacts;
import reactor.core.publisher.Mono;

/**
 * Port to the services that own the records. What they answer is the truth at that moment; when one does not answer, the
 * result is the fault {@code peer-unavailable}, never a "no".
 */
public interface Owners {

    /** The registry's word on an institution and on all connections. */
    Mono<CareSide> careSide(EligibilityQuestion question);

    /** Filing-service's word on the person, and on a filing for the region of care. */
    Mono<InsuredSide> insuredSide(EligibilityQuestion question, RegionCode careRegion, FilingWindow window);

    /** The registry's word on an institution; empty when it knows none. */
    Mono<InstitutionFacts> institution(InstitutionCode code);

    /** Filing-service's word on a person; empty when it knows none. */
    Mono<PersonFacts> person(PersonId person);

    /** The registry's word on a filing's way to the upper platform; empty when it never was on its way. */
    Mono<UploadFacts> upload(String filingId);
}
