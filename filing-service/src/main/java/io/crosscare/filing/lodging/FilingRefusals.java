package io.crosscare.filing.lodging;

import io.crosscare.chassis.problem.Text;
import io.crosscare.chassis.region.RegionCode;
import io.crosscare.filing.lodging.model.Clause;
import io.crosscare.filing.lodging.model.Decision;
import io.crosscare.filing.lodging.model.FilingCategory;
import io.crosscare.filing.refusal.Refusal;
import io.crosscare.filing.refusal.RefusalReason;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Words a refused application: the condition that is not met, where it stands, and what would meet it. */
public final class FilingRefusals {

    private FilingRefusals() {}

    public static Refusal of(Decision.Refused decision, RegionCode insuredRegion, LocalDate day) {
        Clause clause = decision.clause();
        return new Refusal(
                RefusalReason.FILING_NOT_ELIGIBLE,
                Text.of("不符合备案条件：" + clause.zh(), "Not eligible for this filing: " + clause.en()),
                nextStep(decision),
                insuredRegion,
                day,
                facts(decision));
    }

    private static Text nextStep(Decision.Refused decision) {
        return switch (decision) {
            case Decision.CategoryClosed closed
            when closed.open().isEmpty() ->
                Text.of("该险种不能备案，请联系参保地经办机构", "This plan has no filings; ask the agency of the insured region");
            case Decision.CategoryClosed closed ->
                Text.of(
                        "可改按以下类别备案：" + namesZh(closed.open()),
                        "File under one of " + String.join(", ", names(closed.open())));
            case Decision.PersonTypeNotAdmitted _ ->
                Text.of(
                        "请核对参保人员类别，类别有误请先在参保地更正，否则改按其他类别备案",
                        "Check the person type; have it corrected at the insured region or file under another"
                                + " category");
            case Decision.HouseholdElsewhere _ ->
                Text.of(
                        "持本地户籍证明到参保地经办机构更新户籍信息后再备案，或改按转外就诊备案",
                        "Bring proof of local household registration to the agency and file again, or file for a"
                                + " transfer");
            case Decision.PeriodTooLong tooLong -> {
                int months = tooLong.validity().months();
                yield Text.of(
                        "请将截止日期改为起始日起 " + months + " 个月以内，或不填截止日期",
                        "End the filing within " + months + " months of its first day, or leave the end out");
            }
        };
    }

    private static Map<String, Object> facts(Decision.Refused decision) {
        Clause clause = decision.clause();
        Map<String, Object> facts = new HashMap<>();
        facts.put("condition", clause.zh());
        facts.put("conditionEn", clause.en());
        facts.put("source", clause.source());
        facts.put("mark", clause.mark().zh());
        switch (decision) {
            case Decision.CategoryClosed closed -> facts.put("openCategories", names(closed.open()));
            case Decision.PersonTypeNotAdmitted refused -> facts.put("materials", refused.materials());
            case Decision.HouseholdElsewhere refused -> facts.put("materials", refused.materials());
            case Decision.PeriodTooLong tooLong ->
                facts.put("validityMonths", tooLong.validity().months());
        }
        return facts;
    }

    private static List<String> names(Set<FilingCategory> categories) {
        return categories.stream().sorted().map(FilingCategory::name).toList();
    }

    private static String namesZh(Set<FilingCategory> categories) {
        return categories.stream().sorted().map(FilingCategory::zh).collect(Collectors.joining("、"));
    }
}
