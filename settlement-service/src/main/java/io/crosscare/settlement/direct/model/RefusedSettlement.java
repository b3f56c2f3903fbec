package io.crosscare.settlement.direct.model;

import io.crosscare.chassis.id.InstitutionCode;
import io.crosscare.chassis.id.PersonId;
import io.crosscare.chassis.region.RegionCode;
import io.crosscare.settlement.benefit.model.ServiceType;
import io.crosscare.settlement.chain.model.ContentHash;
import io.crosscare.settlement.chain.model.VisitId;
import io.crosscare.settlement.eligibility.model.RefusalReason;
import java.time.Instant;
import java.time.LocalDate;

/**
 * That a settlement was refused, and why; the correction desk begins with it.
 *
 * @param keyHash hash of the key it came under
 */
public record RefusedSettlement(
        PersonId person,
        VisitId visit,
        InstitutionCode institution,
        RegionCode insuredRegion,
        RegionCode careRegion,
        ServiceType serviceType,
        LocalDate serviceDate,
        RefusalReason reason,
        LocalDate decidedOn,
        ContentHash keyHash,
        Instant at) {}
