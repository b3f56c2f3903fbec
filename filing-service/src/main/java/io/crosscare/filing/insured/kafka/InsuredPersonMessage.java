package io.crosscare.filing.insured.kafka;

import io.crosscare.filing.insured.model.Card;
import io.crosscare.filing.insured.model.DiseaseEntitlement;
import io.crosscare.filing.insured.model.InsuredPerson;
import io.crosscare.filing.insured.model.Particulars;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code filing.insured-person.v1}: what decides a settlement, no name and no number.
 *
 * @param plan {@link io.crosscare.filing.insured.model.InsurancePlan}
 * @param personType {@link io.crosscare.filing.insured.model.PersonType}
 * @param insuranceStatus {@link io.crosscare.filing.insured.model.InsuranceStatus}
 * @param diseaseEntitlements 门慢门特待遇 · diseases paid for by rules of their own; absent where there are none
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
        @Nullable String statusFrom,
        @Nullable String statusTo,
        @Nullable String communityClinic,
        @Nullable List<EntitlementMessage> diseaseEntitlements,
        long version) {

    /**
     * A card without its number.
     *
     * @param kind {@link io.crosscare.filing.insured.model.CardKind}
     * @param state {@link io.crosscare.filing.insured.model.CardState}
     */
    record CardMessage(String kind, String issuedBy, String state) {}

    /**
     * An entitlement by the disease's code.
     *
     * @param kind {@link io.crosscare.filing.insured.model.EntitlementKind}
     * @param institution 定点机构 · the one the person chose; absent where any will do
     * @param from 起始日 · first day, a day in China
     * @param to 截止日 · last day, a day in China; absent where it is open
     */
    record EntitlementMessage(
            String kind,
            String diseaseCode,
            @Nullable String institution,
            String from,
            @Nullable String to) {}

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
                textOf(particulars.statusFrom()),
                textOf(particulars.statusTo()),
                textOf(particulars.communityClinic()),
                entitlementsOf(particulars.diseaseEntitlements()),
                person.version());
    }

    /** Left out where there are none, as before there were any. */
    private static @Nullable List<EntitlementMessage> entitlementsOf(List<DiseaseEntitlement> entitlements) {
        return entitlements.isEmpty()
                ? null
                : entitlements.stream().map(InsuredPersonMessage::of).toList();
    }

    private static EntitlementMessage of(DiseaseEntitlement entitlement) {
        return new EntitlementMessage(
                entitlement.kind().name(),
                entitlement.diseaseCode(),
                textOf(entitlement.institution()),
                entitlement.from().toString(),
                textOf(entitlement.to()));
    }

    private static @Nullable String textOf(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    private static CardMessage of(Card card) {
        return new CardMessage(
                card.kind().name(), card.issuedBy().value(), card.state().name());
    }
}
