package io.crosscare.settlement.external.web;

import io.crosscare.chassis.problem.Checked;
import io.crosscare.chassis.problem.FieldChecks;
import io.crosscare.chassis.problem.FieldError;
import io.crosscare.chassis.problem.Text;
import io.crosscare.settlement.benefit.model.Counters;
import io.crosscare.settlement.benefit.model.ServiceType;
import io.crosscare.settlement.chain.model.External.CorePayment;
import io.crosscare.settlement.chain.model.External.Manner;
import io.crosscare.settlement.external.model.PossiblePeriods;
import io.crosscare.settlement.intent.CounterRule;
import java.time.LocalDate;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A payment that the insured region's core system made.
 *
 * @param coreNumber 核心系统业务号 · the core's own number of the payment: 1 to 64 letters, digits, dots, dashes or underscores
 * @param sequence 序号 · its place among the person's externals, from 1 without gaps
 * @param manner 支付方式 · {@link io.crosscare.settlement.chain.model.External.Manner}
 * @param occurredOn 发生日 · day of the care, a day in China, not after today; what it adds counts in the benefit year of that day or one next to
 *     it, of what is paid by hand in a later one too
 * @param serviceType {@link io.crosscare.settlement.benefit.model.ServiceType}
 * @param moves 累计变动 · at most 60, amounts in fen, below zero where something is taken back or the account pays, by name in a
 *     year (2019/pooled; of a school year 2019S/pooled): deductible.outpatient, deductible.chronic, pooled, pooled.outpatient, pooled.chronic, cost, cost.outpatient,
 *     cost.chronic, large, burden, admissions; and account, without a year
 */
record ExternalRequest(
        @Nullable String coreNumber,
        @Nullable Long sequence,
        @Nullable String manner,
        @Nullable String occurredOn,
        @Nullable String serviceType,
        @Nullable Map<String, @Nullable Long> moves) {

    private static final long SEQUENCE_MAX = 9_999_999_999L;
    private static final Text PERIOD = Text.of(
            "该年度与发生日 occurredOn 不符：应为其所在年度或相邻年度，且已开始",
            "does not agree with occurredOn: care counts in the benefit period of its day or in one next to it, and in"
                    + " none that has not begun");
    private static final Pattern NUMBER = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    /** A payment with what it moves. */
    record Checks(
            Checked<String> coreNumber,
            Checked<Long> sequence,
            Checked<Manner> manner,
            Checked<LocalDate> occurredOn,
            Checked<ServiceType> serviceType,
            Counters moves) {

        CorePayment payment() {
            return new CorePayment(
                    coreNumber.value(), sequence.value(), manner.value(), occurredOn.value(), serviceType.value());
        }
    }

    Checks check(FieldChecks checks, String path, LocalDate today) {
        Checked<LocalDate> day = checks.date(path + "occurredOn", occurredOn);
        LocalDate given = day.orNull();
        if (given != null && given.isAfter(today)) {
            checks.reject(path + "occurredOn", "not-after-today", Text.of("不能晚于今天", "must not lie after today"));
        }
        Checked<Manner> paidBy = checks.oneOf(path + "manner", manner, Manner.class);
        Counters moved = CounterRule.moves(checks, path + "moves", moves);
        requirePossible(checks, path + "moves.", moved, given, paidBy.orNull(), today);
        return new Checks(
                checks.required(
                        path + "coreNumber",
                        coreNumber,
                        "core-number",
                        Text.of(
                                "应为 1 至 64 个字母、数字、点、横线或下划线",
                                "must have 1 to 64 letters, digits, dots, dashes or underscores"),
                        ExternalRequest::number),
                checks.number(path + "sequence", sequence, 1, SEQUENCE_MAX),
                paidBy,
                day,
                checks.oneOf(path + "serviceType", serviceType, ServiceType.class),
                moved);
    }

    /** What is taken back may be of any year: that it was there is held against the chain. */
    private static void requirePossible(
            FieldChecks checks,
            String path,
            Counters moved,
            @Nullable LocalDate careOn,
            @Nullable Manner paidBy,
            LocalDate today) {
        if (careOn == null || careOn.isAfter(today) || paidBy == null) {
            return;
        }
        PossiblePeriods possible = new PossiblePeriods(careOn, paidBy, today);
        moved.values().forEach((counter, value) -> {
            int slash = counter.indexOf('/');
            if (slash >= 0 && value > 0 && !possible.contains(counter.substring(0, slash))) {
                checks.reject(path + FieldError.printable(counter), "period", PERIOD);
            }
        });
    }

    private static String number(String text) {
        if (!NUMBER.matcher(text).matches()) {
            throw new IllegalArgumentException("no number of a core system");
        }
        return text;
    }
}
