package io.crosscare.filing.lodging.web;

import io.crosscare.chassis.crypto.Masking;
import io.crosscare.chassis.problem.FieldChecks;
import io.crosscare.chassis.problem.Text;
import io.crosscare.filing.lodging.LodgeFilingCommand;
import io.crosscare.filing.lodging.model.FilingCategory;
import io.crosscare.filing.lodging.model.FilingChannel;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An application for a filing.
 *
 * @param category {@link FilingCategory}
 * @param effectiveTo optional, 截止日 · last day, a day in China; left out for an open end
 * @param channel {@link FilingChannel}
 * @param reason optional, 补办原因 · why, at most 200 characters; required where effectiveFrom is past
 */
record FilingRequest(
        @Nullable String personId,
        @Nullable String category,
        @Nullable String careRegion,
        @Nullable String effectiveFrom,
        @Nullable String effectiveTo,
        @Nullable String channel,
        @Nullable String reason) {

    private static final int REASON_LENGTH_MAX = 200;
    private static final Text PERIOD = Text.of("不得早于起始日期", "must not be before effectiveFrom");
    private static final Text TOO_FAR_AHEAD = Text.of("起始日期不得晚于一年之后", "must not be more than a year ahead");
    private static final Text BACKDATED = Text.of("补办备案须填写原因", "is required when effectiveFrom is past");

    /** What is asked for, when every rule of form is kept; numbers pasted into the reason are cut out here. */
    LodgeFilingCommand toCommand(LocalDate today) {
        FieldChecks checks = new FieldChecks();
        var person = checks.personId("personId", personId);
        var filingCategory = checks.oneOf("category", category, FilingCategory.class);
        var destination = checks.region("careRegion", careRegion);
        var from = checks.date("effectiveFrom", effectiveFrom);
        var to = checks.optionalDate("effectiveTo", effectiveTo);
        var filingChannel = checks.oneOf("channel", channel, FilingChannel.class);
        var plainReason = checks.optionalText("reason", reason, REASON_LENGTH_MAX);
        checkDays(checks, from.orNull(), to.orNull(), today);
        checks.throwIfInvalid();
        String givenReason = plainReason.orNull();
        return new LodgeFilingCommand(
                person.value(),
                filingCategory.value(),
                destination.value(),
                from.value(),
                to.orNull(),
                filingChannel.value(),
                givenReason == null ? null : Masking.freeText(givenReason));
    }

    private void checkDays(FieldChecks checks, @Nullable LocalDate from, @Nullable LocalDate to, LocalDate today) {
        if (from == null) {
            return;
        }
        if (to != null && to.isBefore(from)) {
            checks.reject("effectiveTo", "period", PERIOD);
        }
        if (from.isAfter(today.plusYears(LodgeFilingCommand.YEARS_AHEAD_MAX))) {
            checks.reject("effectiveFrom", "too-far-ahead", TOO_FAR_AHEAD);
        }
        if (from.isBefore(today) && reason == null) {
            checks.reject("reason", "required-when-backdated", BACKDATED);
        }
    }

    @Override
    public String toString() {
        return "FilingRequest[…]";
    }
}
