package io.crosscare.filing.lodging.web;

import io.crosscare.chassis.crypto.Masking;
import io.crosscare.chassis.id.InstitutionCode;
import io.crosscare.chassis.problem.FieldChecks;
import io.crosscare.chassis.problem.Text;
import io.crosscare.chassis.security.Caller;
import io.crosscare.filing.lodging.LodgeFilingCommand;
import io.crosscare.filing.lodging.model.FilingCategory;
import io.crosscare.filing.lodging.model.FilingChannel;
import io.crosscare.filing.lodging.model.SpecialTreatment;
import io.crosscare.filing.lodging.web.FactsRequest.EmployerRequest;
import io.crosscare.filing.lodging.web.FactsRequest.ReferralRequest;
import io.crosscare.filing.lodging.web.FactsRequest.ResidenceRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An application for a filing. What an agency leaves out of the facts it vouches for; a person or a hospital states what the
 * rules ask for.
 *
 * @param category {@link FilingCategory}
 * @param effectiveFrom 生效日 · first day, a day in China; a day that has passed from an agency only
 * @param effectiveTo optional, 截止日 · last day, a day in China; left out for an open end
 * @param channel {@link FilingChannel}
 * @param reason optional, 补办原因 · why, at most 200 characters; required where effectiveFrom or promisedOn is past
 * @param residence optional, 居住情况 · how the person lives elsewhere
 * @param employer optional, 用人单位 · who employs the person
 * @param referral optional, 转诊意见 · the hospital's word for a transfer
 * @param treatmentElsewhere optional, 须转外诊治 · whether the illness has to be treated elsewhere
 * @param materials optional, 申请材料 · codes of the papers shown, as the filing rules name them
 * @param promise optional, 承诺补充 · whether the papers are promised for later; false where left out
 * @param promisedOn optional, 承诺签署日 · day on which the promise was signed, a day in China, from which the papers are due;
 *     today where left out, a day that has passed from an agency only
 * @param specialTreatment optional, 特殊治疗 · the treatment a transfer is for
 * @param followUpOf optional, 后续治疗 · settlement whose special treatment it follows up
 */
record FilingRequest(
        @Nullable String personId,
        @Nullable String category,
        @Nullable String careRegion,
        @Nullable String effectiveFrom,
        @Nullable String effectiveTo,
        @Nullable String channel,
        @Nullable String reason,
        @Nullable ResidenceRequest residence,
        @Nullable EmployerRequest employer,
        @Nullable ReferralRequest referral,
        @Nullable Boolean treatmentElsewhere,
        @Nullable List<@Nullable String> materials,
        @Nullable Boolean promise,
        @Nullable String promisedOn,
        @Nullable String specialTreatment,
        @Nullable String followUpOf) {

    static final int REASON_LENGTH_MAX = 200;
    static final Text TREATMENT = Text.of("应为 ST 和两位数字", "must be ST and two digits");
    private static final Pattern TREATMENT_FORM = Pattern.compile("ST[0-9]{2}");
    private static final Pattern SETTLEMENT_FORM = Pattern.compile("p[a-z2-7]{26}:[0-9]{10}");
    private static final Text SETTLEMENT = Text.of("不是该参保人的结算标识", "is not the id of a settlement of this person");
    private static final Text PERIOD = Text.of("不得早于起始日期", "must not be before effectiveFrom");
    private static final Text TOO_FAR_AHEAD = Text.of("起始日期不得晚于一年之后", "must not be more than a year ahead");
    private static final Text BACKDATED =
            Text.of("补办备案、补录承诺须填写原因", "is required when effectiveFrom or promisedOn is past");
    private static final Text NOT_BACKDATED =
            Text.of("补办备案由参保地经办机构办理", "may lie in the past for the insured region's agency only");
    private static final Text PROMISE_NOT_BACKDATED =
            Text.of("补录承诺由参保地经办机构办理", "may lie in the past for the insured region's agency only");
    private static final Text FUTURE = Text.of("不得晚于今天", "must not lie in the future");
    private static final Text ONLY_WITH_PROMISE = Text.of("仅用于承诺备案", "is for a filing on a promise only");
    private static final Text OWN_INSTITUTION = Text.of("应为本院代码", "must be the caller's own institution");

    /** The agency's own ways are not for others to use; each of the others has ways of its own. */
    boolean isOpenTo(Caller caller) {
        FilingChannel way = new FieldChecks()
                .optionalOneOf("channel", channel, FilingChannel.class)
                .orNull();
        return switch (caller) {
            case Caller.Agency _ -> true;
            case Caller.Insured _ -> way == null || way == FilingChannel.APP || way == FilingChannel.WEBSITE;
            case Caller.Hospital _ -> way == null || way == FilingChannel.REFERRING_HOSPITAL;
            case Caller.Platform _, Caller.Operator _, Caller.Service _ -> false;
        };
    }

    /** What is asked for, when every rule of form is kept; numbers pasted into the reason are cut out here. */
    LodgeFilingCommand toCommand(LocalDate today, Caller caller) {
        FieldChecks checks = new FieldChecks();
        var person = checks.personId("personId", personId);
        var filingCategory = checks.oneOf("category", category, FilingCategory.class);
        var destination = checks.region("careRegion", careRegion);
        var from = checks.date("effectiveFrom", effectiveFrom);
        var to = checks.optionalDate("effectiveTo", effectiveTo);
        var filingChannel = checks.oneOf("channel", channel, FilingChannel.class);
        var plainReason = checks.optionalText("reason", reason, REASON_LENGTH_MAX);
        var treatment = checks.optional(
                "specialTreatment", specialTreatment, "special-treatment", TREATMENT, FilingRequest::treatmentOf);
        var earlier = checks.optional("followUpOf", followUpOf, "settlement-id", SETTLEMENT, this::settlementOf);
        var facts = FactsRequest.check(checks, today, residence, employer, referral, treatmentElsewhere, materials);
        var signed = checks.optionalDate("promisedOn", promisedOn);
        checkDays(checks, from.orNull(), to.orNull(), today, caller);
        checkPromise(checks, signed.orNull(), today, caller);
        checkReason(checks, from.orNull(), signed.orNull(), today, caller);
        checkInstitution(checks, caller);
        checks.throwIfInvalid();
        String givenReason = plainReason.orNull();
        boolean isForTreatment = treatment.orNull() != null || earlier.orNull() != null;
        return new LodgeFilingCommand(
                person.value(),
                filingCategory.value(),
                destination.value(),
                from.value(),
                to.orNull(),
                filingChannel.value(),
                givenReason == null ? null : Masking.freeText(givenReason),
                facts.get(),
                Boolean.TRUE.equals(promise),
                signed.orNull(),
                isForTreatment ? SpecialTreatment.declared(treatment.orNull(), earlier.orNull()) : null);
    }

    static String treatmentOf(String given) {
        if (!TREATMENT_FORM.matcher(given).matches()) {
            throw new IllegalArgumentException("no code of a treatment");
        }
        return given;
    }

    private String settlementOf(String given) {
        if (!SETTLEMENT_FORM.matcher(given).matches() || personId == null || !given.startsWith(personId + ":")) {
            throw new IllegalArgumentException("no settlement of the person");
        }
        return given;
    }

    private void checkDays(
            FieldChecks checks, @Nullable LocalDate from, @Nullable LocalDate to, LocalDate today, Caller caller) {
        if (from == null) {
            return;
        }
        if (to != null && to.isBefore(from)) {
            checks.reject("effectiveTo", "period", PERIOD);
        }
        if (from.isAfter(today.plusYears(LodgeFilingCommand.YEARS_AHEAD_MAX))) {
            checks.reject("effectiveFrom", "too-far-ahead", TOO_FAR_AHEAD);
        }
        if (from.isBefore(today) && !(caller instanceof Caller.Agency)) {
            checks.reject("effectiveFrom", "not-backdated", NOT_BACKDATED);
        }
    }

    private void checkPromise(FieldChecks checks, @Nullable LocalDate signed, LocalDate today, Caller caller) {
        if (signed == null) {
            return;
        }
        if (!Boolean.TRUE.equals(promise)) {
            checks.reject("promisedOn", "only-with-promise", ONLY_WITH_PROMISE);
        }
        if (signed.isAfter(today)) {
            checks.reject("promisedOn", "not-in-future", FUTURE);
        }
        if (signed.isBefore(today) && !(caller instanceof Caller.Agency)) {
            checks.reject("promisedOn", "not-backdated", PROMISE_NOT_BACKDATED);
        }
    }

    /** An agency that goes back says why. */
    private void checkReason(
            FieldChecks checks, @Nullable LocalDate from, @Nullable LocalDate signed, LocalDate today, Caller caller) {
        boolean isBackdated = (from != null && from.isBefore(today)) || (signed != null && signed.isBefore(today));
        if (isBackdated && caller instanceof Caller.Agency && reason == null) {
            checks.reject("reason", "required-when-backdated", BACKDATED);
        }
    }

    /** A hospital refers in its own name only. */
    private void checkInstitution(FieldChecks checks, Caller caller) {
        ReferralRequest given = referral;
        if (caller instanceof Caller.Hospital hospital && given != null) {
            InstitutionCode own = hospital.institution();
            if (!own.value().equals(given.institutionCode())) {
                checks.reject("referral.institutionCode", "own-institution", OWN_INSTITUTION);
            }
        }
    }

    @Override
    public String toString() {
        return "FilingRequest[…]";
    }
}
