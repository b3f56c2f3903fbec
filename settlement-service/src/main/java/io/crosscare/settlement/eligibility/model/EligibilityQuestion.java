package io.crosscare.settlement.eligibility.model;

import io.crosscare.chassis.id.InstitutionCode;
import io.crosscare.chassis.id.PersonId;
import io.crosscare.chassis.region.RegionCode;
import io.crosscare.settlement.benefit.model.ServiceType;
import java.time.LocalDate;

/**
 * May this person be settled directly here, for this care, on this day?
 *
 * @param insuredRegion as the hospital read it from the credential
 * @param on the day of care; of a stay, the admission (domain.md §2.1 no. 31)
 */
public record EligibilityQuestion(
        PersonId person,
        RegionCode insuredRegion,
        InstitutionCode institution,
        ServiceType serviceType,
        CardKind cardKind,
        LocalDate on) {}
