package io.crosscare.settlement.eligibility.message;

import io.crosscare.chassis.id.PersonId;
import io.crosscare.chassis.region.RegionCode;
import io.crosscare.settlement.benefit.model.InsurancePlan;
import io.crosscare.settlement.benefit.model.PersonType;
import io.crosscare.settlement.eligibility.model.CardKind;
import io.crosscare.settlement.eligibility.model.PersonFacts;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An insured person as filing-service publishes it ({@code filing.insured-person.v1}). */
public record InsuredPersonMessage(
        String personId,
        String insuredRegion,
        String plan,
        String personType,
        String insuranceStatus,
        @Nullable Boolean schoolYear,
        @Nullable List<CardMessage> cards,
        @Nullable List<EntitlementMessage> diseaseEntitlements,
        long version)
        implements CopiedMessage {

    /** A card; kinds this service does not know cannot be shown here, so they are left out. */
    public record CardMessage(String kind, String issuedBy, String state) {}

    /** An entitlement; which disease it is for stays with its owner. */
    public record EntitlementMessage(
            String kind, String from, @Nullable String to) {

        private static final String SPECIAL_DISEASE = "SPECIAL_DISEASE";

        private PersonFacts.Days toDays() {
            return new PersonFacts.Days(LocalDate.parse(from), to == null ? null : LocalDate.parse(to));
        }
    }

    private List<PersonFacts.Days> specialDiseases() {
        List<EntitlementMessage> given = diseaseEntitlements == null ? List.of() : diseaseEntitlements;
        return given.stream()
                .filter(entitlement -> entitlement.kind().equals(EntitlementMessage.SPECIAL_DISEASE))
                .map(EntitlementMessage::toDays)
                .toList();
    }

    @Override
    public PersonFacts toFacts() {
        List<CardMessage> given = cards == null ? List.of() : cards;
        return new PersonFacts(
                new PersonId(personId),
                new RegionCode(insuredRegion),
                InsurancePlan.valueOf(plan),
                PersonType.valueOf(personType),
                Objects.requireNonNull(insuranceStatus, "insuranceStatus"),
                Boolean.TRUE.equals(schoolYear),
                given.stream()
                        .filter(card -> Arrays.stream(CardKind.values())
                                .anyMatch(kind -> kind.name().equals(card.kind())))
                        .map(card -> new PersonFacts.Card(
                                CardKind.valueOf(card.kind()), new RegionCode(card.issuedBy()), card.state()))
                        .toList(),
                specialDiseases(),
                version);
    }
}
