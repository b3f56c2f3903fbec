package io.crosscare.filing.insured.web;

import io.crosscare.chassis.crypto.Masking;
import io.crosscare.chassis.id.InstitutionCode;
import io.crosscare.filing.insured.model.Card;
import io.crosscare.filing.insured.model.DiseaseEntitlement;
import io.crosscare.filing.insured.model.InsuredPerson;
import io.crosscare.filing.insured.model.Particulars;
import java.time.LocalDate;
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
 * @param statusFrom 参保状态起始日 · first day of the present status, a day in China
 * @param statusTo 参保状态截止日 · last day of it, a day in China
 * @param communityClinic 本人社区卫生服务机构 · whose ratio decides for residents
 * @param diseaseEntitlements 门慢门特待遇 · absent where there are none; a hospital sees those that chose it, a service no names
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
        @Nullable LocalDate statusFrom,
        @Nullable LocalDate statusTo,
        @Nullable String communityClinic,
        @Nullable List<EntitlementResponse> diseaseEntitlements,
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

    /**
     * A disease the insured region pays for by rules of its own.
     *
     * @param kind {@link io.crosscare.filing.insured.model.EntitlementKind}
     * @param diseaseName 病种名称 · left out for services
     * @param institution 定点机构 · the one the person chose; absent where any will do
     * @param from 起始日 · first day, a day in China
     * @param to 截止日 · last day, a day in China; absent where it is open
     */
    record EntitlementResponse(
            String kind,
            String diseaseCode,
            @Nullable String diseaseName,
            @Nullable String institution,
            LocalDate from,
            @Nullable LocalDate to) {

        private static EntitlementResponse named(DiseaseEntitlement entitlement) {
            return of(entitlement, entitlement.diseaseName());
        }

        private static EntitlementResponse byCode(DiseaseEntitlement entitlement) {
            return of(entitlement, null);
        }

        private static EntitlementResponse of(DiseaseEntitlement entitlement, @Nullable String name) {
            InstitutionCode institution = entitlement.institution();
            return new EntitlementResponse(
                    entitlement.kind().name(),
                    entitlement.diseaseCode(),
                    name,
                    institution == null ? null : institution.value(),
                    entitlement.from(),
                    entitlement.to());
        }

        /** What a hospital needs to know: of those who chose it. Which diseases others suffer from is not its to see. */
        private static List<EntitlementResponse> of(Particulars particulars, InstitutionCode asking) {
            return particulars.diseaseEntitlements().stream()
                    .filter(entitlement -> asking.equals(entitlement.institution()))
                    .map(EntitlementResponse::named)
                    .toList();
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
                particulars.statusFrom(),
                particulars.statusTo(),
                clinicOf(particulars),
                orNull(particulars.diseaseEntitlements().stream()
                        .map(EntitlementResponse::named)
                        .toList()),
                person.version());
    }

    /** For a hospital, which sees the person at its window: the masked name and the cards without numbers. */
    static InsuredPersonResponse forHospital(InsuredPerson person, InstitutionCode asking) {
        Particulars particulars = person.particulars();
        return withoutNumbers(
                person, Masking.name(particulars.name().value()), EntitlementResponse.of(particulars, asking));
    }

    /** For the other services: what decides a settlement, no name and no number. */
    static InsuredPersonResponse forService(InsuredPerson person) {
        return withoutNumbers(
                person,
                null,
                person.particulars().diseaseEntitlements().stream()
                        .map(EntitlementResponse::byCode)
                        .toList());
    }

    private static InsuredPersonResponse withoutNumbers(
            InsuredPerson person, @Nullable String name, List<EntitlementResponse> entitlements) {
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
                particulars.statusFrom(),
                particulars.statusTo(),
                clinicOf(particulars),
                orNull(entitlements),
                person.version());
    }

    private static @Nullable String clinicOf(Particulars particulars) {
        InstitutionCode clinic = particulars.communityClinic();
        return clinic == null ? null : clinic.value();
    }

    /** Left out where there are none, as everything is that is not known. */
    private static @Nullable List<EntitlementResponse> orNull(List<EntitlementResponse> entitlements) {
        return entitlements.isEmpty() ? null : entitlements;
    }
}
