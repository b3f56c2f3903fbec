package io.crosscare.filing.insured.web;

import io.crosscare.chassis.problem.Checked;
import io.crosscare.chassis.problem.FieldChecks;
import io.crosscare.chassis.problem.ProblemException;
import io.crosscare.chassis.problem.Text;
import io.crosscare.chassis.region.RegionCode;
import io.crosscare.filing.insured.model.Card;
import io.crosscare.filing.insured.model.CardKind;
import io.crosscare.filing.insured.model.CardNumber;
import io.crosscare.filing.insured.model.CardState;
import io.crosscare.filing.insured.model.DiseaseEntitlement;
import io.crosscare.filing.insured.model.IdentityNumber;
import io.crosscare.filing.insured.model.InsurancePlan;
import io.crosscare.filing.insured.model.InsuranceStatus;
import io.crosscare.filing.insured.model.Particulars;
import io.crosscare.filing.insured.model.PersonName;
import io.crosscare.filing.insured.model.PersonNumber;
import io.crosscare.filing.insured.model.PersonType;
import io.crosscare.filing.insured.model.Phone;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What an agency says of a person. {@code toString} shows nothing of it.
 *
 * @param personNumber 人员编号 · the insured region's number of the person; 1 to 40 letters, digits and hyphens
 * @param plan {@link InsurancePlan}
 * @param personType {@link PersonType}
 * @param name 姓名 · at most 60 characters
 * @param identityNumber 公民身份号码 · 18 or 15 characters
 * @param phone optional, 电话 · 5 to 20 digits and hyphens
 * @param insuranceStatus {@link InsuranceStatus}
 * @param schoolYear optional, 按学年参保 · whether the person is insured by the school year; false where left out
 * @param cards optional, 社会保障卡 · at most 10, each once
 * @param statusFrom optional, 参保状态起始日 · first day of the present status, a day in China
 * @param statusTo optional, 参保状态截止日 · last day of it, a day in China; only with statusFrom
 * @param communityClinic optional, 本人社区卫生服务机构 · whose ratio decides; residents only
 * @param diseaseEntitlements optional, 门慢门特待遇 · at most 10, each disease once at a time
 */
record InsuredPersonRequest(
        @Nullable String insuredRegion,
        @Nullable String personNumber,
        @Nullable String plan,
        @Nullable String personType,
        @Nullable String name,
        @Nullable String identityNumber,
        @Nullable String phone,
        @Nullable String insuranceStatus,
        @Nullable String householdRegistration,
        @Nullable Boolean schoolYear,
        @Nullable List<@Nullable CardRequest> cards,
        @Nullable String statusFrom,
        @Nullable String statusTo,
        @Nullable String communityClinic,
        @Nullable List<@Nullable EntitlementRequest> diseaseEntitlements) {

    static final Text IDENTITY_NUMBER =
            Text.of("应为 18 位或 15 位公民身份号码", "must be an identity number of 18 or 15 characters");
    static final Text CARD_NUMBER = Text.of("应为 4 至 64 位字母或数字", "must have 4 to 64 letters and digits");
    static final Text PERSON_NUMBER = Text.of("应为 1 至 40 位字母、数字或连字符", "must have 1 to 40 letters, digits and hyphens");
    private static final Text PHONE =
            Text.of("应为 5 至 20 位电话号码", "must be a phone number of 5 to 20 digits and hyphens");
    private static final Text PLAN_AND_TYPE = Text.of("该险种没有这一人员类别", "is not a person type of this plan");
    private static final Text REPEATED = Text.of("同一张卡只能出现一次", "must name each card once");
    private static final Text CARDS_MAX =
            Text.of("最多 " + Particulars.CARDS_MAX + " 张卡", "must have at most " + Particulars.CARDS_MAX + " cards");
    private static final Text STATUS_FROM = Text.of("填写截止日时必填", "is required with statusTo");
    private static final Text STATUS_TO = Text.of("不得早于起始日期", "must not be before statusFrom");
    private static final Text RESIDENTS = Text.of("只有居民有本人社区卫生服务机构", "is for residents only");
    private static final Text ENTITLEMENTS_MAX = Text.of(
            "最多 " + Particulars.ENTITLEMENTS_MAX + " 项待遇",
            "must have at most " + Particulars.ENTITLEMENTS_MAX + " entitlements");
    private static final Text OVERLAPPING = Text.of("同一病种同一时段只能出现一次", "must name each disease once at a time");

    /**
     * A card of the person.
     *
     * @param kind {@link CardKind}
     * @param number 卡号 · 4 to 64 letters and digits
     * @param state {@link CardState}
     */
    record CardRequest(
            @Nullable String kind,
            @Nullable String number,
            @Nullable String issuedBy,
            @Nullable String state) {

        @Override
        public String toString() {
            return "CardRequest[…]";
        }
    }

    Particulars toParticulars() {
        FieldChecks checks = new FieldChecks();
        var region = checks.region("insuredRegion", insuredRegion);
        var number = checks.required("personNumber", personNumber, "person-number", PERSON_NUMBER, PersonNumber::new);
        var insurancePlan = checks.oneOf("plan", plan, InsurancePlan.class);
        var type = checks.oneOf("personType", personType, PersonType.class);
        var plainName = checks.text("name", name, PersonName.LENGTH_MAX);
        var identity = checks.required(
                "identityNumber", identityNumber, "identity-number", IDENTITY_NUMBER, IdentityNumber::new);
        var telephone = checks.optional("phone", phone, "phone", PHONE, Phone::new);
        var status = checks.oneOf("insuranceStatus", insuranceStatus, InsuranceStatus.class);
        var household = checks.region("householdRegistration", householdRegistration);
        var since = checks.optionalDate("statusFrom", statusFrom);
        var until = checks.optionalDate("statusTo", statusTo);
        var clinic = checks.optionalInstitution("communityClinic", communityClinic);
        checkPlanKnowsType(checks, insurancePlan.orNull(), type.orNull());
        checkStatusDays(checks, since.orNull(), until.orNull());
        checkClinicIsAResidents(checks, insurancePlan.orNull());
        Supplier<List<Card>> checkedCards = checkCards(checks);
        Supplier<List<DiseaseEntitlement>> checkedEntitlements = checkEntitlements(checks);
        checks.throwIfInvalid();
        List<DiseaseEntitlement> entitlements = checkedEntitlements.get();
        if (Particulars.hasOverlapping(entitlements)) {
            throw ProblemException.invalid("diseaseEntitlements", "overlapping", OVERLAPPING);
        }
        return new Particulars(
                region.value(),
                number.value(),
                insurancePlan.value(),
                type.value(),
                new PersonName(plainName.value()),
                identity.value(),
                telephone.orNull(),
                status.value(),
                household.value(),
                Boolean.TRUE.equals(schoolYear),
                checkedCards.get(),
                since.orNull(),
                until.orNull(),
                clinic.orNull(),
                entitlements);
    }

    private static void checkPlanKnowsType(
            FieldChecks checks, @Nullable InsurancePlan plan, @Nullable PersonType personType) {
        if (plan != null && personType != null && !plan.knows(personType)) {
            checks.reject("personType", "plan-person-type", PLAN_AND_TYPE);
        }
    }

    private static void checkStatusDays(FieldChecks checks, @Nullable LocalDate from, @Nullable LocalDate to) {
        if (to != null && from == null) {
            checks.reject("statusFrom", "required-with-status-to", STATUS_FROM);
        } else if (to != null && from != null && to.isBefore(from)) {
            checks.reject("statusTo", "period", STATUS_TO);
        }
    }

    private void checkClinicIsAResidents(FieldChecks checks, @Nullable InsurancePlan plan) {
        if (communityClinic != null && plan != null && plan != InsurancePlan.RESIDENT) {
            checks.reject("communityClinic", "residents-only", RESIDENTS);
        }
    }

    /** The entitlements, to be asked for only when all checks have passed. */
    private Supplier<List<DiseaseEntitlement>> checkEntitlements(FieldChecks checks) {
        if (diseaseEntitlements == null || diseaseEntitlements.isEmpty()) {
            return List::of;
        }
        if (diseaseEntitlements.size() > Particulars.ENTITLEMENTS_MAX) {
            checks.reject("diseaseEntitlements", "size", ENTITLEMENTS_MAX);
            return List::of;
        }
        List<EntitlementRequest.Unproven> unproven = new ArrayList<>();
        for (int i = 0; i < diseaseEntitlements.size(); i++) {
            unproven.add(
                    EntitlementRequest.check(checks, "diseaseEntitlements[" + i + "]", diseaseEntitlements.get(i)));
        }
        return () -> unproven.stream()
                .map(EntitlementRequest.Unproven::toEntitlement)
                .toList();
    }

    /** The cards, to be asked for only when all checks have passed. A person without a card may have none or leave them out. */
    private Supplier<List<Card>> checkCards(FieldChecks checks) {
        if (cards == null || cards.isEmpty()) {
            return List::of;
        }
        if (cards.size() > Particulars.CARDS_MAX) {
            checks.reject("cards", "size", CARDS_MAX);
            return List::of;
        }
        List<CheckedCard> checkedCards = new ArrayList<>();
        for (int i = 0; i < cards.size(); i++) {
            checkedCards.add(CheckedCard.of(checks, "cards[" + i + "]", cards.get(i)));
        }
        List<CardNumber> numbers = checkedCards.stream()
                .map(card -> card.number().orNull())
                .filter(number -> number != null)
                .toList();
        if (numbers.stream().distinct().count() != numbers.size()) {
            checks.reject("cards", "repeated", REPEATED);
        }
        return () -> checkedCards.stream().map(CheckedCard::toCard).toList();
    }

    /** The parts of a card while the request is being checked. */
    private record CheckedCard(
            Checked<CardKind> kind,
            Checked<CardNumber> number,
            Checked<RegionCode> issuedBy,
            Checked<CardState> state) {

        static CheckedCard of(FieldChecks checks, String path, @Nullable CardRequest card) {
            CardRequest given = card == null ? new CardRequest(null, null, null, null) : card;
            return new CheckedCard(
                    checks.oneOf(path + ".kind", given.kind(), CardKind.class),
                    checks.required(path + ".number", given.number(), "card-number", CARD_NUMBER, CardNumber::new),
                    checks.region(path + ".issuedBy", given.issuedBy()),
                    checks.oneOf(path + ".state", given.state(), CardState.class));
        }

        Card toCard() {
            return new Card(kind.value(), number.value(), issuedBy.value(), state.value());
        }
    }

    @Override
    public String toString() {
        return "InsuredPersonRequest[…]";
    }
}
