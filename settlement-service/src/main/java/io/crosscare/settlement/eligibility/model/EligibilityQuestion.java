package io.crosscare.settlement.eligibility.model;

import io.crosscare.chassis.id.InstitutionCode;
import io.crosscare.chassis.id.PersonId;
import io.crosscare.chassis.region.RegionCode;
import io.crosscare.settlement.benefit.model.ServiceType;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * May this person be settled directly here, for this care, on this day?
 *
 * @param insuredRegion as the hospital read it from the credential
 * @param on the day of care; of a stay, the admission
 * @param endedOn the discharge; null before it, and where there is no stay
 */
public record EligibilityQuestion(
        PersonId person,
        RegionCode insuredRegion,
        InstitutionCode institution,
        ServiceType serviceType,
        CardKind cardKind,
        LocalDate on,
        @Nullable LocalDate endedOn) {}
