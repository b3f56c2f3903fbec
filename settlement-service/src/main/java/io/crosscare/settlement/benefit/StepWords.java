package io.crosscare.settlement.benefit;

import io.crosscare.chassis.money.Money;
import io.crosscare.chassis.money.Ratio;
import io.crosscare.settlement.benefit.model.CeilingBasis;
import io.crosscare.settlement.benefit.model.EffectiveRatio;
import io.crosscare.settlement.benefit.model.Figure;
import io.crosscare.settlement.benefit.model.Reference;
import io.crosscare.settlement.benefit.model.Step;
import io.crosscare.settlement.benefit.model.Stretch;
import io.crosscare.settlement.benefit.model.Wording;
import io.crosscare.settlement.benefit.model.Yuan;
import java.util.List;

/** Puts the steps of a calculation into words: title, formula with its operands, and what it rests on. */
final class StepWords {

    private static final Wording NOTHING = words("无", "none");

    private StepWords() {}

    static ExplanationNode explain(Step step) {
        return switch (step) {
            case Step.TotalCost one ->
                node(
                        Rule.TOTAL_COST,
                        one,
                        words(one.lineCount() + " 条明细之和", "sum of " + lines(one.lineCount())),
                        Clauses.LINES);
            case Step.FullSelfPay one -> fullSelfPay(one);
            case Step.OverLimitSelfPay one -> overLimitSelfPay(one);
            case Step.UpfrontSelfPay one -> upfrontSelfPay(one);
            case Step.EligibleCost one -> eligibleCost(one);
            case Step.TransferSelfPay one -> transferSelfPay(one);
            case Step.Deductible one -> deductible(one);
            case Step.DividedByDays one -> dividedByDays(one);
            case Step.ShareByRatio one -> shareByRatio(one);
            case Step.PooledFundPay one -> pooledFundPay(one);
            case Step.LargeAmountPay one -> largeAmountPay(one);
            case Step.Burden one -> burden(one);
            case Step.SeriousIllnessPay one -> seriousIllnessPay(one);
            case Step.FundPay one -> fundPay(one);
            case Step.PersonalPay one ->
                node(
                        Rule.PERSONAL_PAY,
                        one,
                        same(Yuan.of(one.totalCost()) + " − " + Yuan.of(one.fundPay())),
                        Clauses.PAYERS);
            case Step.PersonalAccountPay one -> personalAccountPay(one);
            case Step.CashPay one ->
                node(
                        Rule.CASH_PAY,
                        one,
                        same(Yuan.of(one.personalPay()) + " − " + Yuan.of(one.personalAccountPay())),
                        Clauses.PAYERS);
        };
    }

    /** The steps of the catalogue, where the care region has taken them. */
    static ExplanationNode explainGiven(Step step) {
        Wording given = words("就医地按类别分割，各类相加", "as the care region has split it, summed over the categories");
        return switch (step) {
            case Step.TotalCost one ->
                node(
                        Rule.TOTAL_COST,
                        one,
                        words(
                                one.lineCount() + " 类费用之和",
                                "sum of " + one.lineCount() + (one.lineCount() == 1 ? " category" : " categories")),
                        Clauses.CATEGORY_TOTALS);
            case Step.FullSelfPay one -> node(Rule.FULL_SELF_PAY, one, given, Clauses.CATEGORY_TOTALS);
            case Step.OverLimitSelfPay one -> node(Rule.OVER_LIMIT_SELF_PAY, one, given, Clauses.CATEGORY_TOTALS);
            case Step.UpfrontSelfPay one -> node(Rule.UPFRONT_SELF_PAY, one, given, Clauses.CATEGORY_TOTALS);
            default -> explain(step);
        };
    }

    private static ExplanationNode fullSelfPay(Step.FullSelfPay step) {
        int unlisted = step.unlistedCount();
        int classC = Math.max(0, step.lineCount() - unlisted);
        return node(
                Rule.FULL_SELF_PAY,
                step,
                step.lineCount() == 0
                        ? NOTHING
                        : words(
                                "丙类 " + classC + " 条，目录未收载 " + unlisted + " 条",
                                lines(classC) + " of class C, " + unlisted + " not in the catalogue"));
    }

    private static ExplanationNode overLimitSelfPay(Step.OverLimitSelfPay step) {
        int count = step.lineCount();
        return node(
                Rule.OVER_LIMIT_SELF_PAY,
                step,
                count == 0 ? NOTHING : words(count + " 条超过限价", lines(count) + " over the limit"),
                count == 0 ? List.of() : Clauses.LIMIT_BEFORE_UPFRONT);
    }

    private static ExplanationNode upfrontSelfPay(Step.UpfrontSelfPay step) {
        int count = step.lineCount();
        return node(
                Rule.UPFRONT_SELF_PAY,
                step,
                count == 0
                        ? NOTHING
                        : words(
                                count + " 条乙类，逐条四舍五入到分后相加",
                                lines(count) + " of class B, each rounded to the fen, then summed"));
    }

    private static ExplanationNode eligibleCost(Step.EligibleCost step) {
        String formula = Yuan.of(step.totalCost()) + " − " + Yuan.of(step.fullSelfPay()) + " − "
                + Yuan.of(step.overLimitSelfPay()) + " − " + Yuan.of(step.upfrontSelfPay());
        return node(Rule.ELIGIBLE_COST, step, same(formula), Clauses.SHEET_OF_PARTS);
    }

    private static ExplanationNode transferSelfPay(Step.TransferSelfPay step) {
        Figure<Ratio> upfront = step.upfront();
        return upfront == null
                ? node(
                        Rule.TRANSFER_SELF_PAY,
                        step,
                        words("本次无转外先自付", "no upfront part is due"),
                        Clauses.TRANSFERS_ONLY)
                : node(
                        Rule.TRANSFER_SELF_PAY,
                        step,
                        same(Yuan.of(step.base()) + " × " + upfront.value().toPercent()));
    }

    private static ExplanationNode deductible(Step.Deductible step) {
        String cost = Yuan.of(step.cost());
        String nominal = Yuan.of(step.nominal());
        if (step.figures().isEmpty()) {
            return node(Rule.DEDUCTIBLE, step, words("无起付线", "there is none"));
        }
        if (step.admissionNumber() > 0 && step.used().isPositive()) {
            return continuedDeductible(step, cost, nominal);
        }
        if (step.admissionNumber() > 0) {
            return node(
                    Rule.DEDUCTIBLE,
                    step,
                    words(
                            "本年第 " + step.admissionNumber() + " 次住院，标准 " + nominal + "；费用 " + cost + "，取小",
                            "admission no. " + step.admissionNumber() + " of the year: the lesser of " + nominal
                                    + " and the cost " + cost));
        }
        String used = Yuan.of(step.used());
        return node(
                Rule.DEDUCTIBLE,
                step,
                words(
                        "年度 " + nominal + " − 已付 " + used + " = 余 " + Yuan.of(step.left()) + "；费用 " + cost + "，取小",
                        "the lesser of " + nominal + " − " + used + " used in the year and the cost " + cost));
    }

    /** A long stay that was settled on the way pays its deductible once. */
    private static ExplanationNode continuedDeductible(Step.Deductible step, String cost, String nominal) {
        String paid = Yuan.of(step.used());
        return node(
                Rule.DEDUCTIBLE,
                step,
                words(
                        "本年第 " + step.admissionNumber() + " 次住院延续，标准 " + nominal + " − 中途结算已付 " + paid + " = 余 "
                                + Yuan.of(step.left()) + "；费用 " + cost + "，取小",
                        "admission no. " + step.admissionNumber() + " of the year goes on: the lesser of " + nominal
                                + " − " + paid + " paid at settlements on the way and the cost " + cost));
    }

    private static ExplanationNode dividedByDays(Step.DividedByDays step) {
        Stretch stretch = step.stretch();
        String cost = Yuan.of(step.cost());
        return node(
                Rule.DIVIDED_BY_DAYS,
                step,
                words(
                        stretch.period() + " 年度：" + cost + " 按住院 " + stretch.daysOfAll() + " 天中的 " + stretch.days()
                                + " 天分入",
                        "period " + stretch.period() + ": " + stretch.days() + " of " + stretch.daysOfAll()
                                + " days of the stay take their part of " + cost));
    }

    private static ExplanationNode shareByRatio(Step.ShareByRatio step) {
        String ratio = switch (step.ratio()) {
            case EffectiveRatio.Own own -> own.ratio().toPercent();
            case EffectiveRatio.Shifted shifted ->
                "(" + shifted.base().value().toPercent() + " → "
                        + shifted.ratio().toPercent() + ")";
            case EffectiveRatio.ClinicShare clinic ->
                "(" + clinic.clinic().value().toPercent() + " × "
                        + clinic.share().value().toPercent() + " = "
                        + clinic.ratio().toPercent() + ")";
        };
        return node(Rule.SHARE_BY_RATIO, step, same(Yuan.of(step.cost()) + " × " + ratio));
    }

    private static ExplanationNode pooledFundPay(Step.PooledFundPay step) {
        Figure<Money> ceiling = step.ceiling();
        if (ceiling == null) {
            return node(Rule.POOLED_FUND_PAY, step, words("按比例数额，无封顶线", "the share; there is no ceiling"));
        }
        String limit = Yuan.of(ceiling.value());
        String used = Yuan.of(step.used());
        boolean limitsCost = step.basis().value() == CeilingBasis.COST;
        Wording room = limitsCost
                ? words("年度费用限额 " + limit + " − 已用 " + used, "annual limit on cost " + limit + " − used " + used)
                : words("年度限额 " + limit + " − 已付 " + used, "annual ceiling " + limit + " − paid " + used);
        String share = Yuan.of(step.share());
        return node(
                Rule.POOLED_FUND_PAY,
                step,
                words(
                        room.zh() + "；按比例 " + share + (step.isCapped() ? "，已封顶" : "，未封顶"),
                        room.en() + "; share " + share + (step.isCapped() ? ", capped" : ", within it")));
    }

    private static ExplanationNode largeAmountPay(Step.LargeAmountPay step) {
        String product =
                Yuan.of(step.excess()) + " × " + step.fund().ratio().value().toPercent();
        String limit = Yuan.of(step.fund().ceiling().value());
        String used = Yuan.of(step.used());
        return node(
                Rule.LARGE_AMOUNT_PAY,
                step,
                words(
                        "封顶线以上 " + product + "；年度限额 " + limit + " − 已付 " + used,
                        "above the ceiling " + product + "; annual ceiling " + limit + " − paid " + used),
                Clauses.CEILING_WORKED_BACK);
    }

    private static ExplanationNode burden(Step.Burden step) {
        String before = Yuan.of(step.before());
        String start = Yuan.of(step.insurance().start().value());
        return node(
                Rule.BURDEN,
                step,
                words(
                        "范围内 + 乙类先付 − 统筹 − 大额；本年此前 " + before + "，起付 " + start,
                        "eligible + class B − pooled − large; before it " + before + " this year, start " + start),
                Clauses.BURDEN);
    }

    private static ExplanationNode seriousIllnessPay(Step.SeriousIllnessPay step) {
        Money upTo = step.band().upTo();
        String above = Yuan.of(step.band().above());
        String ratio = step.band().ratio().toPercent();
        String portion = Yuan.of(step.portion());
        return node(
                Rule.SERIOUS_ILLNESS_PAY,
                step,
                words(
                        above + (upTo == null ? " 以上" : " 至 " + Yuan.of(upTo)) + " 段：" + portion + " × " + ratio,
                        "band above " + above + (upTo == null ? "" : " to " + Yuan.of(upTo)) + ": " + portion + " × "
                                + ratio));
    }

    private static ExplanationNode fundPay(Step.FundPay step) {
        String formula =
                Yuan.of(step.pooled()) + " + " + Yuan.of(step.largeAmount()) + " + " + Yuan.of(step.seriousIllness());
        return node(Rule.FUND_PAY, step, same(formula), Clauses.PAYERS);
    }

    private static ExplanationNode personalAccountPay(Step.PersonalAccountPay step) {
        if (!step.isWanted()) {
            return node(Rule.PERSONAL_ACCOUNT_PAY, step, words("未使用个人账户", "the account is not used"));
        }
        String balance = Yuan.of(step.balance());
        String allowed = Yuan.of(step.allowed());
        return node(
                Rule.PERSONAL_ACCOUNT_PAY,
                step,
                words(
                        "余额 " + balance + "；可付 " + allowed + "，取小",
                        "the lesser of the balance " + balance + " and " + allowed + " allowed"));
    }

    private static ExplanationNode node(Rule rule, Step step, Wording formula) {
        return node(rule, step, formula, List.of());
    }

    private static ExplanationNode node(Rule rule, Step step, Wording formula, List<Reference> clauses) {
        return ExplanationNode.of(rule, step.amount(), formula, references(step.figures(), clauses));
    }

    private static List<Reference> references(List<Figure<?>> figures, List<Reference> clauses) {
        if (figures.isEmpty()) {
            return clauses;
        }
        Reference[] references = new Reference[figures.size() + clauses.size()];
        int count = 0;
        for (Figure<?> figure : figures) {
            references[count++] = figure.reference();
        }
        for (Reference clause : clauses) {
            references[count++] = clause;
        }
        return List.of(references);
    }

    private static String lines(int count) {
        return count == 1 ? "1 line" : count + " lines";
    }

    static Wording words(String zh, String en) {
        return new Wording(zh, en);
    }

    private static Wording same(String formula) {
        return new Wording(formula, formula);
    }
}
