package io.crosscare.filing.lodging.mongo;

import io.crosscare.chassis.id.InstitutionCode;
import io.crosscare.chassis.region.RegionCode;
import io.crosscare.filing.lodging.model.DoctorTitle;
import io.crosscare.filing.lodging.model.Employer;
import io.crosscare.filing.lodging.model.InstitutionLevel;
import io.crosscare.filing.lodging.model.Referral;
import io.crosscare.filing.lodging.model.Residence;
import io.crosscare.filing.lodging.model.ResidenceGround;
import io.crosscare.filing.lodging.model.StatedFacts;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The facts of an application as they are stored; public for the codec. */
public record FactsDocument(
        @Nullable ResidenceDocument residence,
        @Nullable EmployerDocument employer,
        @Nullable ReferralDocument referral,
        @Nullable Boolean treatmentElsewhere,
        @Nullable List<String> materials) {

    /** A residence as it is stored. */
    public record ResidenceDocument(
            String ground,
            @Nullable String awaySince,
            @Nullable String householdRegistration) {}

    /** An employer as it is stored. */
    public record EmployerDocument(
            String insuredRegion, @Nullable String name) {}

    /** A referral as it is stored. */
    public record ReferralDocument(
            String institution, String level, String doctorTitle, String signedOn, boolean stamped) {}

    static @Nullable FactsDocument of(StatedFacts facts) {
        return facts.equals(StatedFacts.NONE)
                ? null
                : new FactsDocument(
                        document(facts.residence()),
                        document(facts.employer()),
                        document(facts.referral()),
                        facts.treatmentElsewhere(),
                        facts.materials());
    }

    StatedFacts toFacts() {
        return new StatedFacts(
                toResidence(residence), toEmployer(employer), toReferral(referral), treatmentElsewhere, materials);
    }

    private static @Nullable ResidenceDocument document(@Nullable Residence residence) {
        if (residence == null) {
            return null;
        }
        LocalDate since = residence.awaySince();
        RegionCode household = residence.householdRegistration();
        return new ResidenceDocument(
                residence.ground().name(),
                since == null ? null : since.toString(),
                household == null ? null : household.value());
    }

    private static @Nullable Residence toResidence(@Nullable ResidenceDocument document) {
        if (document == null) {
            return null;
        }
        String since = document.awaySince();
        String household = document.householdRegistration();
        return new Residence(
                ResidenceGround.valueOf(document.ground()),
                since == null ? null : LocalDate.parse(since),
                household == null ? null : new RegionCode(household));
    }

    private static @Nullable EmployerDocument document(@Nullable Employer employer) {
        return employer == null
                ? null
                : new EmployerDocument(employer.insuredRegion().value(), employer.name());
    }

    private static @Nullable Employer toEmployer(@Nullable EmployerDocument document) {
        return document == null ? null : new Employer(new RegionCode(document.insuredRegion()), document.name());
    }

    private static @Nullable ReferralDocument document(@Nullable Referral referral) {
        return referral == null
                ? null
                : new ReferralDocument(
                        referral.institution().value(),
                        referral.level().name(),
                        referral.doctorTitle().name(),
                        referral.signedOn().toString(),
                        referral.isStamped());
    }

    private static @Nullable Referral toReferral(@Nullable ReferralDocument document) {
        return document == null
                ? null
                : new Referral(
                        new InstitutionCode(document.institution()),
                        InstitutionLevel.valueOf(document.level()),
                        DoctorTitle.valueOf(document.doctorTitle()),
                        LocalDate.parse(document.signedOn()),
                        document.stamped());
    }
}
