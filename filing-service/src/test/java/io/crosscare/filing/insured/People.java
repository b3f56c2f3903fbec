package io.crosscare.filing.insured;

import io.crosscare.chassis.id.InstitutionCode;
import io.crosscare.chassis.region.RegionCode;
import io.crosscare.filing.insured.model.Card;
import io.crosscare.filing.insured.model.CardKind;
import io.crosscare.filing.insured.model.CardNumber;
import io.crosscare.filing.insured.model.CardState;
import io.crosscare.filing.insured.model.DiseaseEntitlement;
import io.crosscare.filing.insured.model.EntitlementKind;
import io.crosscare.filing.insured.model.IdentityNumber;
import io.crosscare.filing.insured.model.InsurancePlan;
import io.crosscare.filing.insured.model.InsuranceStatus;
import io.crosscare.filing.insured.model.Particulars;
import io.crosscare.filing.insured.model.PersonName;
import io.crosscare.filing.insured.model.PersonNumber;
import io.crosscare.filing.insured.model.PersonType;
import io.crosscare.filing.insured.model.Phone;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Fictional persons; nobody was born on 30 February 1900. */
public final class People {

    public static final RegionCode ZHENJIANG = new RegionCode("321100");
    public static final RegionCode NANJING = new RegionCode("320100");
    public static final RegionCode SHANGHAI = new RegionCode("310000");
    public static final String NAME = "王测试";
    public static final String IDENTITY_NUMBER = "321102190002300011";
    public static final String CARD_NUMBER = "A12345678";
    public static final String PERSON_NUMBER = "32110000000000000000000000001";
    public static final String PHONE = "13900000000";
    public static final String DISEASE = "测试病种";
    public static final InstitutionCode CLINIC = new InstitutionCode("H32110000046");

    private People() {}

    public static Particulars retiree() {
        return of(ZHENJIANG, InsurancePlan.EMPLOYEE, PersonType.RETIRED, ZHENJIANG);
    }

    public static Particulars of(
            RegionCode region, InsurancePlan plan, PersonType type, RegionCode householdRegistration) {
        return new Particulars(
                region,
                new PersonNumber(PERSON_NUMBER),
                plan,
                type,
                new PersonName(NAME),
                new IdentityNumber(IDENTITY_NUMBER),
                new Phone(PHONE),
                InsuranceStatus.ACTIVE,
                householdRegistration,
                false,
                List.of(card(CardState.ACTIVE)));
    }

    /** A resident of whom the region says everything it can say. */
    public static Particulars residentWithEntitlements() {
        return new Particulars(
                ZHENJIANG,
                new PersonNumber(PERSON_NUMBER),
                InsurancePlan.RESIDENT,
                PersonType.RESIDENT,
                new PersonName(NAME),
                new IdentityNumber(IDENTITY_NUMBER),
                new Phone(PHONE),
                InsuranceStatus.ACTIVE,
                ZHENJIANG,
                true,
                List.of(card(CardState.ACTIVE)),
                LocalDate.of(2019, 1, 1),
                LocalDate.of(2019, 12, 31),
                CLINIC,
                List.of(
                        entitlement(EntitlementKind.CHRONIC_DISEASE, "M03900", CLINIC, LocalDate.of(2019, 1, 1), null),
                        entitlement(
                                EntitlementKind.SPECIAL_DISEASE,
                                "M00500",
                                null,
                                LocalDate.of(2019, 3, 1),
                                LocalDate.of(2020, 2, 29))));
    }

    public static DiseaseEntitlement entitlement(
            EntitlementKind kind,
            String code,
            @Nullable InstitutionCode institution,
            LocalDate from,
            @Nullable LocalDate to) {
        return new DiseaseEntitlement(kind, code, DISEASE, institution, from, to);
    }

    public static Card card(CardState state) {
        return new Card(CardKind.PROVINCIAL_CARD, new CardNumber(CARD_NUMBER), ZHENJIANG, state);
    }

    /** The same person with other cards. */
    public static Particulars with(Particulars person, List<Card> cards) {
        return new Particulars(
                person.insuredRegion(),
                person.personNumber(),
                person.plan(),
                person.personType(),
                person.name(),
                person.identityNumber(),
                person.phone(),
                person.insuranceStatus(),
                person.householdRegistration(),
                person.isOnSchoolYear(),
                cards,
                person.statusFrom(),
                person.statusTo(),
                person.communityClinic(),
                person.diseaseEntitlements());
    }

    /** Somebody with another person number and identity number. */
    public static Particulars another(Particulars person, String personNumber, String identityNumber) {
        return new Particulars(
                person.insuredRegion(),
                new PersonNumber(personNumber),
                person.plan(),
                person.personType(),
                person.name(),
                new IdentityNumber(identityNumber),
                null,
                person.insuranceStatus(),
                person.householdRegistration(),
                person.isOnSchoolYear(),
                List.of(),
                person.statusFrom(),
                person.statusTo(),
                person.communityClinic(),
                person.diseaseEntitlements());
    }
}
