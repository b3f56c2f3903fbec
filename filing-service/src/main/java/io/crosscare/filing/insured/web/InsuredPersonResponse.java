package io.crosscare.filing.insured.web;

import io.crosscare.chassis.crypto.Masking;
import io.crosscare.filing.insured.model.Card;
import io.crosscare.filing.insured.model.InsuredPerson;
import io.crosscare.filing.insured.model.Particulars;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A person as far as the one who asks may know: what is left out is not theirs to see.
 *
 * @param plan {@link io.crosscare.filing.insured.model.InsurancePlan}
 * @param personType {@link io.crosscare.filing.insured.model.PersonType}
 * @param insuranceStatus {@link io.crosscare.filing.insured.model.InsuranceStatus}
 * @param name 姓名 · masked
 * @param identityNumber 公民身份号码 · masked
 * @param phone 电话 · masked
 * @param schoolYear 按学年参保 · whether the person is insured by the school year
 * @param cards 社会保障卡 · without numbers, or with masked ones
 */
record InsuredPersonResponse(
        String personId,
        String insuredRegion,
        String plan,
        String personType,
        String insuranceStatus,
        @Nullable String name,
        @Nullable String identityNumber,
        @Nullable String phone,
        @Nullable String householdRegistration,
        boolean schoolYear,
        List<CardResponse> cards,
        long version) {

    /**
     * A card; its number masked or left out.
     *
     * @param kind {@link io.crosscare.filing.insured.model.CardKind}
     * @param number 卡号 · masked
     * @param state {@link io.crosscare.filing.insured.model.CardState}
     */
    record CardResponse(String kind, @Nullable String number, String issuedBy, String state) {

        static CardResponse withoutNumber(Card card) {
            return new CardResponse(
                    card.kind().name(),
                    null,
                    card.issuedBy().value(),
                    card.state().name());
        }

        private static CardResponse withMaskedNumber(Card card) {
            return new CardResponse(
                    card.kind().name(),
                    Masking.cardNumber(card.number().value()),
                    card.issuedBy().value(),
                    card.state().name());
        }
    }

    /** For the insured region's agency, and for the person: everything, masked. */
    static InsuredPersonResponse masked(InsuredPerson person) {
        Particulars particulars = person.particulars();
        var phone = particulars.phone();
        return new InsuredPersonResponse(
                person.id().value(),
                particulars.insuredRegion().value(),
                particulars.plan().name(),
                particulars.personType().name(),
                particulars.insuranceStatus().name(),
                Masking.name(particulars.name().value()),
                Masking.identityNumber(particulars.identityNumber().value()),
                phone == null ? null : Masking.phone(phone.value()),
                particulars.householdRegistration().value(),
                particulars.isOnSchoolYear(),
                particulars.cards().stream().map(CardResponse::withMaskedNumber).toList(),
                person.version());
    }

    /** For a hospital, which sees the person at its window: the masked name and the cards without numbers. */
    static InsuredPersonResponse forHospital(InsuredPerson person) {
        return withoutNumbers(person, Masking.name(person.particulars().name().value()));
    }

    /** For the other services: what decides a settlement, no name and no number. */
    static InsuredPersonResponse forService(InsuredPerson person) {
        return withoutNumbers(person, null);
    }

    private static InsuredPersonResponse withoutNumbers(InsuredPerson person, @Nullable String name) {
        Particulars particulars = person.particulars();
        return new InsuredPersonResponse(
                person.id().value(),
                particulars.insuredRegion().value(),
                particulars.plan().name(),
                particulars.personType().name(),
                particulars.insuranceStatus().name(),
                name,
                null,
                null,
                null,
                particulars.isOnSchoolYear(),
                particulars.cards().stream().map(CardResponse::withoutNumber).toList(),
                person.version());
    }
}
