package io.crosscare.settlement.benefit;

import io.crosscare.chassis.money.Money;
import io.crosscare.chassis.money.Ratio;
import io.crosscare.settlement.benefit.model.CeilingBasis;
import io.crosscare.settlement.benefit.model.CostSplit;
import io.crosscare.settlement.benefit.model.LineSplit;
import io.crosscare.settlement.benefit.model.Reference;
import io.crosscare.settlement.benefit.model.Step;
import io.crosscare.settlement.benefit.model.Wording;
import io.crosscare.settlement.benefit.model.Yuan;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Something a person at the counter should know before a bill is settled; it refuses nothing. */
public record Warning(Code code, Wording words) {

    /** What a warning is about. */
    public enum Code {
        /** 门特不能异地结算 · care for a special disease is not settled away as such: this bill takes the ordinary outpatient terms. */
        SPECIAL_DISEASE_NOT_SETTLED_AWAY,
        /** 参保地核心系统报送滞后 · the core system of the insured region has been silent, so what it paid may lack. */
        EXTERNAL_FEED_STALE,
        /** 特殊治疗待确认 · the hospital alone says that the care is for a special treatment, which lowers what the person pays first. */
        TREATMENT_UNCONFIRMED,
        /** 特殊治疗与备案不符 · the filing was confirmed for another special treatment than the visit says. */
        TREATMENT_NOT_AS_FILED,
        /** 明细目录未收载 · no catalogue lists the items of these fee lines, so they are full self-pay; their codes may be wrong. */
        ITEM_NOT_IN_CATALOGUE,
        /** 年度限额将用完 · little of a yearly limit is left after this bill. */
        QUOTA_NEARLY_USED,
        /** 年度限额已用完 · a yearly limit cuts this bill, or is used up by it. */
        QUOTA_USED_UP,
        /** 含假设数值 · amounts rest on figures or readings that no official text states. */
        FIGURE_ASSUMED
    }

    /** That the insured region's core system has been silent for longer than the region allows. */
    public static final Warning FEED_STALE = new Warning(
            Code.EXTERNAL_FEED_STALE,
            new Wording(
                    "参保地核心系统的支付记录报送滞后，累计数可能不全，结算后会标记",
                    "The insured region's core system has been silent: counters may lack what it paid; the settlement"
                            + " is flagged"));

    /** That nobody but the hospital says so far what the care is for (domain.md §2.1 no. 11). */
    public static final Warning TREATMENT_UNCONFIRMED = new Warning(
            Code.TREATMENT_UNCONFIRMED,
            new Wording(
                    "特殊治疗仅由医院申报，尚待参保地经办机构在备案上确认；先按特殊治疗的转外先自付比例结算，并作标记；确认不属实的，撤销后重新结算",
                    "Only the hospital says that this is a special treatment; the insured region's agency has still to"
                            + " confirm it on the filing. The bill takes its terms and is flagged; if it turns out"
                            + " otherwise, it is cancelled and settled again"));

    /** That the insured region has confirmed another treatment than the hospital names. */
    public static final Warning TREATMENT_NOT_AS_FILED = new Warning(
            Code.TREATMENT_NOT_AS_FILED,
            new Wording(
                    "就诊申报的特殊治疗与备案上参保地确认的不一致；请核对就诊登记，或请参保地经办机构更正备案；现按申报结算，并作标记",
                    "The visit names another special treatment than the insured region's agency has confirmed on the"
                        + " filing. Correct the visit, or ask that agency to correct the filing; the bill takes what"
                        + " the visit says and is flagged"));

    /** Lines named in a warning; who has more of them looks at the lines of the preview. */
    private static final int LINES_NAMED_MAX = 20;

    /** From this share of a limit on it is nearly used. */
    private static final Ratio NEARLY = new Ratio(9_000);

    /**
     * What there is to say of a split, the most pressing first.
     *
     * @param explanation of the same split: what it marks as assumed is warned of
     * @param hasSpecialDiseaseAway whether it is outpatient care away from home of somebody with an entitlement for a special
     *     disease
     */
    public static List<Warning> of(CostSplit split, Explanation explanation, boolean hasSpecialDiseaseAway) {
        List<Warning> warnings = new ArrayList<>();
        if (hasSpecialDiseaseAway) {
            warnings.add(new Warning(
                    Code.SPECIAL_DISEASE_NOT_SETTLED_AWAY,
                    new Wording(
                            "参保人持有门诊特殊病（门特）待遇；门特不能异地直接结算，本单按普通门诊结算。如属门特费用，请回参保地手工报销",
                            "The person holds an entitlement for a special disease, which is not settled away:"
                                    + " this bill takes the ordinary outpatient terms. What was for that disease"
                                    + " is claimed at home by hand")));
        }
        ofUnlisted(
                warnings, split.lines().stream().filter(LineSplit::isUnlisted).toList());
        for (Step step : split.steps()) {
            switch (step) {
                case Step.PooledFundPay pooled
                when pooled.ceiling() != null ->
                    ofQuota(
                            warnings,
                            new Wording("统筹基金年度限额", "the yearly limit of the pooled fund"),
                            pooled.ceiling().value(),
                            usedAfter(pooled),
                            pooled.isCapped());
                case Step.LargeAmountPay large
                when large.amount().isPositive() ->
                    ofQuota(
                            warnings,
                            new Wording("大额基金年度限额", "the yearly limit of the large-amount fund"),
                            large.fund().ceiling().value(),
                            large.used().plus(large.amount()),
                            false);
                default -> {
                    // Nothing else has a limit of the year.
                }
            }
        }
        ofAssumed(warnings, explanation.assumed());
        return warnings;
    }

    private static void ofUnlisted(List<Warning> warnings, List<LineSplit> unlisted) {
        if (unlisted.isEmpty()) {
            return;
        }
        String more = unlisted.size() > LINES_NAMED_MAX ? "…" : "";
        warnings.add(new Warning(
                Code.ITEM_NOT_IN_CATALOGUE,
                new Wording(
                        unlisted.size() + " 条明细目录未收载，全额自费，请核对编码：" + named("第 %d 条 %s", "、", unlisted) + more,
                        "fee lines whose item the catalogue does not list, full self-pay: " + unlisted.size()
                                + "; check the codes: " + named("line %d %s", ", ", unlisted) + more)));
    }

    private static String named(String form, String separator, List<LineSplit> lines) {
        return lines.stream()
                .limit(LINES_NAMED_MAX)
                .map(split ->
                        form.formatted(split.line().lineNumber(), split.line().itemCode()))
                .collect(Collectors.joining(separator));
    }

    private static Money usedAfter(Step.PooledFundPay pooled) {
        return pooled.used().plus(pooled.basis().value() == CeilingBasis.COST ? pooled.covered() : pooled.amount());
    }

    private static void ofQuota(List<Warning> warnings, Wording limit, Money ceiling, Money used, boolean isCut) {
        Money left = ceiling.minus(used).max(Money.ZERO);
        if (isCut || left.isZero()) {
            warnings.add(new Warning(
                    Code.QUOTA_USED_UP,
                    new Wording(
                            limit.zh() + " " + Yuan.of(ceiling) + " 元已用完",
                            limit.en() + ", " + Yuan.of(ceiling) + " yuan, is used up")));
        } else if (used.compareTo(NEARLY.of(ceiling)) >= 0) {
            warnings.add(new Warning(
                    Code.QUOTA_NEARLY_USED,
                    new Wording(
                            limit.zh() + " " + Yuan.of(ceiling) + " 元，结算后剩余 " + Yuan.of(left) + " 元",
                            "of " + limit.en() + ", " + Yuan.of(ceiling) + " yuan, " + Yuan.of(left)
                                    + " will be left")));
        }
    }

    /** As many as the sheet marks so. */
    private static void ofAssumed(List<Warning> warnings, List<Reference> assumed) {
        if (!assumed.isEmpty()) {
            String names = assumed.stream().map(Reference::id).collect(Collectors.joining(", "));
            warnings.add(new Warning(
                    Code.FIGURE_ASSUMED,
                    new Wording(
                            "结果依据 " + assumed.size() + " 个假设的数值、解读或目录：" + names,
                            "the result rests on " + assumed.size() + " assumed figures, readings or catalogues: "
                                    + names)));
        }
    }
}
