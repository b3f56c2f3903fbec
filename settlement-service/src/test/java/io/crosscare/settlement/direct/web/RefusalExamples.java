package io.crosscare.settlement.direct.web;

import io.crosscare.chassis.id.PersonId;
import io.crosscare.chassis.problem.ProblemException;
import io.crosscare.settlement.benefit.model.BilledItem;
import io.crosscare.settlement.benefit.model.Confidence;
import io.crosscare.settlement.benefit.model.Wording;
import io.crosscare.settlement.chain.model.EntryId;
import io.crosscare.settlement.eligibility.RefusalStatement;
import io.crosscare.settlement.eligibility.model.DatedRule;
import io.crosscare.settlement.eligibility.model.FilingDay;
import io.crosscare.settlement.eligibility.model.Refusal;
import io.crosscare.settlement.eligibility.model.RefusalReason;
import io.crosscare.settlement.eligibility.model.Responsible;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** One refusal of each reason, as the doors word it: a retired person of Zhenjiang at a hospital in Shanghai. */
public final class RefusalExamples {

    private static final LocalDate DAY = LocalDate.of(2019, 9, 10);
    private static final DatedRule<FilingDay> DAY_OF_CARE = new DatedRule<>(
            null,
            FilingDay.DAY_OF_CARE,
            new Wording("门诊以就医当日为准", "outpatient care: the day of care"),
            "N Q2",
            Confidence.ASSUMED);

    private RefusalExamples() {}

    public static Map<String, ProblemException> all() {
        Map<String, ProblemException> all = new LinkedHashMap<>();
        Arrays.stream(RefusalReason.values())
                .forEach(reason -> all.put(
                        reason.name(),
                        RefusalProblem.of(RefusalStatement.of(refusalOf(reason), responsibleFor(reason)))));
        return all;
    }

    private static Refusal refusalOf(RefusalReason reason) {
        return switch (reason) {
            case ALREADY_SETTLED -> Refusal.alreadySettled(new EntryId(new PersonId("p" + "a".repeat(26)), 3), DAY);
            case NO_FILING, FILING_FOR_OTHER_REGION, FILING_NOT_YET_EFFECTIVE, FILING_EXPIRED ->
                new Refusal(reason, reason.message(), DAY, null, DAY_OF_CARE);
            case BILL_INCONSISTENT ->
                new Refusal(
                        reason,
                        new Wording(
                                "第 2 行 ZL0003：退费超过同类费用",
                                "line 2, ZL0003, gives back more than was charged of its kind"),
                        DAY,
                        null,
                        null,
                        new BilledItem(2, "ZL0003"));
            default -> Refusal.of(reason, DAY);
        };
    }

    private static Responsible responsibleFor(RefusalReason reason) {
        return switch (reason.fixer()) {
            case INSTITUTION -> new Responsible("复旦大学附属中山医院", "310000", null);
            case CARE_REGION -> new Responsible("上海市医疗保险事业管理中心", "310000", "021-12393");
            case INSURED_REGION -> new Responsible("镇江市医疗保险基金管理中心", "321100", "0511-85340390");
            case CARD_OFFICE -> new Responsible("参保地社会保障卡发卡机构", "321100", null);
        };
    }
}
