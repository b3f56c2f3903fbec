package io.crosscare.settlement.chain.model;

import io.crosscare.chassis.id.InstitutionCode;
import io.crosscare.chassis.region.RegionCode;
import io.crosscare.settlement.benefit.model.InsurancePlan;
import io.crosscare.settlement.benefit.model.PersonType;
import io.crosscare.settlement.benefit.model.ServiceType;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The care a settlement pays for, as far as clearing and answers need it.
 *
 * @param filingId the filing it rests on; null for care at home
 * @param filingCategory as filed; null for care at home
 * @param decidedOn the day that lies inside the filing; null for care at home
 */
public record Care(
        VisitId visit,
        Scope scope,
        InstitutionCode institution,
        RegionCode careRegion,
        RegionCode insuredRegion,
        InsurancePlan plan,
        PersonType personType,
        ServiceType serviceType,
        LocalDate serviceFrom,
        LocalDate serviceTo,
        @Nullable String filingId,
        @Nullable String filingCategory,
        @Nullable LocalDate decidedOn) {}
