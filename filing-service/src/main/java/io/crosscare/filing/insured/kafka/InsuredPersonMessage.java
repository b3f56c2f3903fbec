package io.crosscare.filing.insured.kafka;

import io.crosscare.filing.insured.model.Card;
import io.crosscare.filing.insured.model.InsuredPerson;
import io.crosscare.filing.insured.model.Particulars;
import java.util.List;

/**
 * The body of {@code filing.insured-person.v1}: what decides a settlement, no name and no number.
 *
 * @param plan {@link io.crosscare.filing.insured.model.InsurancePlan}
 * @param personType {@link io.crosscare.filing.insured.model.PersonType}
 * @param insuranceStatus {@link io.crosscare.filing.insured.model.InsuranceStatus}
 */
record InsuredPersonMessage(
        String personId,
        String insuredRegion,
        String plan,
        String personType,
        String insuranceStatus,
        String householdRegistration,
        boolean schoolYear,
        List<CardMessage> cards,
        long version) {

    /**
     * A card without its number.
     *
     * @param kind {@link io.crosscare.filing.insured.model.CardKind}
     * @param state {@link io.crosscare.filing.insured.model.CardState}
     */
    record CardMessage(String kind, String issuedBy, String state) {}

    static InsuredPersonMessage of(InsuredPerson person) {
        Particulars particulars = person.particulars();
        return new InsuredPersonMessage(
                person.id().value(),
                particulars.insuredRegion().value(),
                particulars.plan().name(),
                particulars.personType().name(),
                particulars.insuranceStatus().name(),
                particulars.householdRegistration().value(),
                particulars.isOnSchoolYear(),
                particulars.cards().stream().map(InsuredPersonMessage::of).toList(),
                person.version());
    }

    private static CardMessage of(Card card) {
        return new CardMessage(
                card.kind().name(), card.issuedBy().value(), card.state().name());
    }
}
