package io.crosscare.settlement.benefit.model;

import io.crosscare.chassis.region.RegionCode;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that decides a bill's benefit beside its lines. Eligibility has settled it before: the trip follows from filing, place
 * and special treatment, the level from the registry (domain.md §2.1 no. 33).
 *
 * @param specialTreatment code of the special treatment ({@code ST01} … {@code ST18}) the whole claim is for, follow-up
 *     included; it lowers what a transfer costs the person (Z 六(一))
 * @param usesPersonalAccount whether the person wants the personal account to pay what it may
 * @param serviceFrom first day of care; of a stay, the admission
 * @param serviceTo last day of care; of a stay, the discharge. It decides policy, catalogue and benefit period: a stay over
 *     the year end is one claim at discharge (苏医保发〔2022〕75号 第44条)
 * @param continued what was charged for the same stay before; null where this bill begins it, and for outpatients
 */
public record Circumstances(
        RegionCode insuredRegion,
        RegionCode careRegion,
        InsurancePlan plan,
        PersonType personType,
        BenefitYear benefitYear,
        ServiceType serviceType,
        InstitutionLevel level,
        Trip trip,
        DestinationType destinationType,
        @Nullable String specialTreatment,
        boolean usesPersonalAccount,
        LocalDate serviceFrom,
        LocalDate serviceTo,
        @Nullable ContinuedAdmission continued) {

    public Circumstances {
        if (personType.plan() != plan) {
            throw new IllegalArgumentException(personType + " is not a person type of plan " + plan);
        }
        if (serviceTo.isBefore(serviceFrom)) {
            throw new IllegalArgumentException("care ends before it begins");
        }
        if (continued != null && serviceType != ServiceType.INPATIENT) {
            throw new IllegalArgumentException("only a stay is continued");
        }
    }

    /** Of care that is not settled on the way. */
    public Circumstances(
            RegionCode insuredRegion,
            RegionCode careRegion,
            InsurancePlan plan,
            PersonType personType,
            BenefitYear benefitYear,
            ServiceType serviceType,
            InstitutionLevel level,
            Trip trip,
            DestinationType destinationType,
            @Nullable String specialTreatment,
            boolean usesPersonalAccount,
            LocalDate serviceFrom,
            LocalDate serviceTo) {
        this(
                insuredRegion,
                careRegion,
                plan,
                personType,
                benefitYear,
                serviceType,
                level,
                trip,
                destinationType,
                specialTreatment,
                usesPersonalAccount,
                serviceFrom,
                serviceTo,
                null);
    }

    /** The same care, of which a part was settled before. */
    public Circumstances continuing(@Nullable ContinuedAdmission before) {
        return new Circumstances(
                insuredRegion,
                careRegion,
                plan,
                personType,
                benefitYear,
                serviceType,
                level,
                trip,
                destinationType,
                specialTreatment,
                usesPersonalAccount,
                serviceFrom,
                serviceTo,
                before);
    }

    /** The period whose counters this bill reads and moves. */
    public String period() {
        return benefitYear.periodOf(serviceTo);
    }

    /** The periods that the care touches, by its days. */
    List<Stretch> stretches() {
        return Stretch.of(benefitYear, serviceFrom, serviceTo);
    }

    public boolean isForSpecialTreatment() {
        return specialTreatment != null;
    }
}
