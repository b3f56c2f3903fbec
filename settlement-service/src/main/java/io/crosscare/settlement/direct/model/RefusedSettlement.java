package io.crosscare.settlement.direct.model;

import io.crosscare.chassis.id.InstitutionCode;
import io.crosscare.chassis.id.PersonId;
import io.crosscare.chassis.region.RegionCode;
import io.crosscare.settlement.benefit.model.ServiceType;
import io.crosscare.settlement.chain.model.ContentHash;
import io.crosscare.settlement.chain.model.Scope;
import io.crosscare.settlement.chain.model.VisitId;
import io.crosscare.settlement.eligibility.model.Refusal;
import io.crosscare.settlement.eligibility.model.RefusalReason;
import io.crosscare.settlement.eligibility.model.Responsible;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * That a settlement was refused, why, and who can mend it, as the cashier read it; the correction desk begins with it.
 *
 * @param scope what of the visit was to be settled
 * @param until last day of a settlement on the way; null where it was none
 * @param keyHash hash of the key it came under
 */
public record RefusedSettlement(
        PersonId person,
        VisitId visit,
        Scope scope,
        @Nullable LocalDate until,
        InstitutionCode institution,
        RegionCode insuredRegion,
        RegionCode careRegion,
        ServiceType serviceType,
        LocalDate serviceDate,
        Refusal refusal,
        Responsible responsible,
        DecidingCopies copies,
        ContentHash keyHash,
        Instant at) {

    public RefusalReason reason() {
        return refusal.reason();
    }

    public LocalDate decidedOn() {
        return refusal.decidedOn();
    }
}
