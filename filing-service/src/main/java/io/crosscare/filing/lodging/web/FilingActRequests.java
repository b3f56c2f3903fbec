package io.crosscare.filing.lodging.web;

import io.crosscare.chassis.crypto.Masking;
import io.crosscare.chassis.problem.Checked;
import io.crosscare.chassis.problem.FieldChecks;
import io.crosscare.chassis.problem.Text;
import io.crosscare.filing.lodging.ChangeFilingCommand;
import io.crosscare.filing.lodging.LodgeFilingCommand;
import io.crosscare.filing.lodging.ReviewFiling.Verdict;
import io.crosscare.filing.lodging.model.FilingCategory;
import io.crosscare.filing.lodging.model.StatedFacts;
import io.crosscare.filing.lodging.web.FactsRequest.EmployerRequest;
import io.crosscare.filing.lodging.web.FactsRequest.ReferralRequest;
import io.crosscare.filing.lodging.web.FactsRequest.ResidenceRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What may be asked of a filing, each with its reason. */
final class FilingActRequests {

    private static final Text ONE_CHANGE = Text.of(
            "须填写且只能填写一类变更：就医地或类别、截止日期、特殊治疗",
            "changes one thing: place or category, or the last day, or the special treatment");
    private static final Text ONLY_FOR_REPLACEMENT =
            Text.of("仅在变更就医地或类别时填写", "goes with another place or category only");
    private static final Text TOO_FAR_AHEAD = Text.of("不得晚于一年之后", "must not be more than a year ahead");

    private FilingActRequests() {}

    /**
     * A withdrawal.
     *
     * @param from optional, 撤销生效日 · first day on which it does not count any more, a day in China; today where left out, a day
     *     that has passed from an agency only
     * @param reason 原因 · why, at most 200 characters
     */
    record WithdrawalRequest(
            @Nullable String from, @Nullable String reason) {

        Withdrawal check(LocalDate today) {
            FieldChecks checks = new FieldChecks();
            var day = checks.optionalDate("from", from);
            var why = checks.text("reason", reason, FilingRequest.REASON_LENGTH_MAX);
            rejectFarAhead(checks, "from", day.orNull(), today);
            checks.throwIfInvalid();
            return new Withdrawal(day.orNull(), Masking.freeText(why.value()));
        }

        @Override
        public String toString() {
            return "WithdrawalRequest[…]";
        }
    }

    /** What a withdrawal asks for. */
    record Withdrawal(@Nullable LocalDate from, String reason) {}

    /**
     * A decision of the agency.
     *
     * @param verdict 审核结论 · what is decided, {@link Verdict}
     * @param specialTreatment optional, 特殊治疗 · with CONFIRM_TREATMENT, where the declaration names none or another
     * @param reason 原因 · why, at most 200 characters
     */
    record ReviewRequest(
            @Nullable String verdict,
            @Nullable String specialTreatment,
            @Nullable String reason) {

        Review check() {
            FieldChecks checks = new FieldChecks();
            var decided = checks.oneOf("verdict", verdict, Verdict.class);
            var treatment = treatment(checks, specialTreatment);
            var why = checks.text("reason", reason, FilingRequest.REASON_LENGTH_MAX);
            checks.throwIfInvalid();
            return new Review(decided.value(), treatment.orNull(), Masking.freeText(why.value()));
        }

        @Override
        public String toString() {
            return "ReviewRequest[…]";
        }
    }

    /** What a review decides. */
    record Review(Verdict verdict, @Nullable String treatment, String reason) {}

    /**
     * The papers that were promised.
     *
     * @param residence optional, 居住情况 · how the person lives elsewhere
     * @param employer optional, 用人单位 · who employs the person
     * @param materials optional, 申请材料 · codes of the papers shown, as the filing rules name them
     * @param reason 原因 · why, at most 200 characters
     */
    record SupplementRequest(
            @Nullable ResidenceRequest residence,
            @Nullable EmployerRequest employer,
            @Nullable List<@Nullable String> materials,
            @Nullable String reason) {

        Supplement check(LocalDate today) {
            FieldChecks checks = new FieldChecks();
            var facts = FactsRequest.check(checks, today, residence, employer, null, null, materials);
            var why = checks.text("reason", reason, FilingRequest.REASON_LENGTH_MAX);
            checks.throwIfInvalid();
            return new Supplement(facts.get(), Masking.freeText(why.value()));
        }

        @Override
        public String toString() {
            return "SupplementRequest[…]";
        }
    }

    /** What a supplement brings. */
    record Supplement(StatedFacts facts, String reason) {}

    /**
     * A change: of place or category from a day on, or of the last day, or of the special treatment.
     *
     * @param careRegion optional, 新就医地 · another place: six digits of GB/T 2260
     * @param category optional, {@link FilingCategory}
     * @param effectiveFrom optional, 变更生效日 · first day of another place or category, a day in China; today where left out
     * @param effectiveTo optional, 截止日 · last day, a day in China; as it is where left out
     * @param specialTreatment optional, 特殊治疗 · the treatment it is really for, confirmed with this
     * @param residence optional, 居住情况 · how the person lives elsewhere
     * @param employer optional, 用人单位 · who employs the person
     * @param referral optional, 转诊意见 · the hospital's word for a transfer
     * @param treatmentElsewhere optional, 须转外诊治 · whether the illness has to be treated elsewhere
     * @param materials optional, 申请材料 · codes of the papers shown, as the filing rules name them
     * @param reason 原因 · why, at most 200 characters
     */
    record ChangeRequest(
            @Nullable String careRegion,
            @Nullable String category,
            @Nullable String effectiveFrom,
            @Nullable String effectiveTo,
            @Nullable String specialTreatment,
            @Nullable ResidenceRequest residence,
            @Nullable EmployerRequest employer,
            @Nullable ReferralRequest referral,
            @Nullable Boolean treatmentElsewhere,
            @Nullable List<@Nullable String> materials,
            @Nullable String reason) {

        ChangeFilingCommand check(LocalDate today) {
            FieldChecks checks = new FieldChecks();
            var destination = checks.optionalRegion("careRegion", careRegion);
            var filingCategory = checks.optionalOneOf("category", category, FilingCategory.class);
            var from = checks.optionalDate("effectiveFrom", effectiveFrom);
            var to = checks.optionalDate("effectiveTo", effectiveTo);
            var treatment = treatment(checks, specialTreatment);
            var facts = FactsRequest.check(checks, today, residence, employer, referral, treatmentElsewhere, materials);
            var why = checks.text("reason", reason, FilingRequest.REASON_LENGTH_MAX);
            rejectFarAhead(checks, "effectiveFrom", from.orNull(), today);
            rejectMixed(checks);
            checks.throwIfInvalid();
            return new ChangeFilingCommand(
                    destination.orNull(),
                    filingCategory.orNull(),
                    to.orNull(),
                    from.orNull(),
                    treatment.orNull(),
                    facts.get(),
                    Masking.freeText(why.value()));
        }

        private void rejectMixed(FieldChecks checks) {
            boolean isReplacement = careRegion != null || category != null;
            long changes = Stream.of(isReplacement, !isReplacement && effectiveTo != null, specialTreatment != null)
                    .filter(isAsked -> isAsked)
                    .count();
            if (changes != 1) {
                checks.reject("body", "one-change", ONE_CHANGE);
            }
            if (effectiveFrom != null && !isReplacement) {
                checks.reject("effectiveFrom", "only-with-place-or-category", ONLY_FOR_REPLACEMENT);
            }
        }

        @Override
        public String toString() {
            return "ChangeRequest[…]";
        }
    }

    private static Checked<String> treatment(FieldChecks checks, @Nullable String given) {
        return checks.optional(
                "specialTreatment", given, "special-treatment", FilingRequest.TREATMENT, FilingRequest::treatmentOf);
    }

    private static void rejectFarAhead(FieldChecks checks, String field, @Nullable LocalDate from, LocalDate today) {
        if (from != null && from.isAfter(today.plusYears(LodgeFilingCommand.YEARS_AHEAD_MAX))) {
            checks.reject(field, "too-far-ahead", TOO_FAR_AHEAD);
        }
    }
}
