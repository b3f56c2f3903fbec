package io.crosscare.settlement.eligibility.message;

import io.crosscare.chassis.id.PersonId;
import io.crosscare.chassis.region.RegionCode;
import io.crosscare.settlement.benefit.model.InsurancePlan;
import io.crosscare.settlement.benefit.model.PersonType;
import io.crosscare.settlement.eligibility.model.CardKind;
import io.crosscare.settlement.eligibility.model.PersonFacts;
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
        long version)
        implements CopiedMessage {

    /** A card; kinds this service does not know cannot be shown here, so they are left out. */
    public record CardMessage(String kind, String issuedBy, String state) {}

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
                version);
    }
}
