package io.crosscare.filing.eligibility.web;

import io.crosscare.chassis.id.PersonId;
import io.crosscare.chassis.problem.Text;
import io.crosscare.chassis.region.RegionCode;
import io.crosscare.filing.eligibility.model.FilingCheck;
import io.crosscare.filing.eligibility.model.ServiceType;
import io.crosscare.filing.lodging.model.Filing;
import io.crosscare.filing.lodging.model.FilingPeriod;
import io.crosscare.filing.lodging.model.FilingTerms;
import io.crosscare.filing.lodging.model.SpecialTreatment;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Yes with the filing that counts, or no with the reason and the filing that comes closest.
 *
 * @param serviceType {@link ServiceType}
 * @param until 截止日 · the last day asked for, a day in China; absent where one day was asked for
 * @param effective 是否有备案 · yes or no
 * @param filingNeeded 是否需要备案 · whether care there needs a filing; false in the insured region itself
 * @param messageZh 说明 · what holds at home; absent elsewhere
 * @param messageEn 英文说明 · the same in English; absent elsewhere
 * @param filing 有效备案 · the filing that counts; absent for no
 * @param reason {@link io.crosscare.filing.eligibility.model.NotFiledReason}
 * @param nearest 最接近的备案 · the filing that comes closest; absent for yes, and where there is none
 */
record FilingCheckResponse(
        String personId,
        String careRegion,
        String serviceType,
        String on,
        @Nullable String until,
        boolean effective,
        boolean filingNeeded,
        @Nullable CheckedFiling filing,
        @Nullable String reason,
        @Nullable CheckedFiling nearest,
        @Nullable String messageZh,
        @Nullable String messageEn) {

    /** A region may close home to persons who are filed elsewhere (domain.md §2.1 no. 22); settlement applies that rule. */
    private static final Text AT_HOME = Text.of(
            "在参保地就医无需备案；已备案到外地的，备案期间能否在参保地刷卡以参保地规定为准",
            "Care in the insured region needs no filing; whether it is settled there during a filing for elsewhere is"
                    + " that region's rule");

    /** What was asked; the days are mostly one. */
    record Question(PersonId personId, RegionCode careRegion, ServiceType serviceType, FilingPeriod days) {

        private @Nullable String until() {
            LocalDate last = days.to();
            return last == null || last.equals(days.from()) ? null : last.toString();
        }
    }

    /**
     * A filing without its history and free text.
     *
     * @param id 备案标识 · of the filing
     * @param category {@link io.crosscare.filing.lodging.model.FilingCategory}
     * @param effectiveTo 截止日 · last day, a day in China; absent where it is open
     * @param state {@link io.crosscare.filing.lodging.model.FilingStanding}
     * @param specialTreatment 特殊治疗 · the treatment it is for, once confirmed; absent for none
     */
    record CheckedFiling(
            String id,
            String personId,
            String insuredRegion,
            String careRegion,
            String category,
            String effectiveFrom,
            @Nullable String effectiveTo,
            String state,
            Instant recordedAt,
            long version,
            @Nullable String specialTreatment) {

        private static CheckedFiling of(Filing filing) {
            FilingTerms terms = filing.terms();
            LocalDate to = terms.period().to();
            SpecialTreatment treatment = filing.content().treatment();
            return new CheckedFiling(
                    filing.id().value(),
                    terms.personId().value(),
                    terms.insuredRegion().value(),
                    terms.careRegion().value(),
                    terms.category().name(),
                    terms.period().from().toString(),
                    to == null ? null : to.toString(),
                    filing.standing().name(),
                    filing.recordedAt(),
                    filing.version(),
                    treatment == null ? null : treatment.confirmedCode());
        }
    }

    static FilingCheckResponse of(Question question, FilingCheck check, boolean isAtHome) {
        return switch (check) {
            case FilingCheck.Effective yes -> answer(question, isAtHome, CheckedFiling.of(yes.filing()), null, null);
            case FilingCheck.NotEffective no ->
                answer(
                        question,
                        isAtHome,
                        null,
                        no.reason().name(),
                        no.nearest().map(CheckedFiling::of).orElse(null));
        };
    }

    private static FilingCheckResponse answer(
            Question question,
            boolean isAtHome,
            @Nullable CheckedFiling filing,
            @Nullable String reason,
            @Nullable CheckedFiling nearest) {
        return new FilingCheckResponse(
                question.personId().value(),
                question.careRegion().value(),
                question.serviceType().name(),
                question.days().from().toString(),
                question.until(),
                filing != null,
                !isAtHome,
                filing,
                reason,
                nearest,
                isAtHome ? AT_HOME.zh() : null,
                isAtHome ? AT_HOME.en() : null);
    }
}
