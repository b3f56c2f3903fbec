package io.crosscare.settlement.benefit;

import io.crosscare.chassis.money.Money;
import io.crosscare.settlement.benefit.model.Catalogue;
import io.crosscare.settlement.benefit.model.Circumstances;
import io.crosscare.settlement.benefit.model.CostSplit;
import io.crosscare.settlement.benefit.model.PolicyPack;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The one-page settlement sheet as plain text: from the total cost to cash, in yuan, Chinese first. Each step shows its
 * formula; the numbers behind it point to the figures and texts it rests on, each with its mark.
 */
public final class SettlementSheet {

    private static final int WIDTH = 92;
    private static final int LINES_MAX = 20;
    private static final int LABEL_WIDTH = 24;
    private static final int NAME_WIDTH = 36;
    private static final int CLASS_WIDTH = 9;
    private static final int AMOUNT_WIDTH = 11;

    private final Explanation explanation;
    private final List<Reference> footnotes = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private int stepNumber;

    private SettlementSheet(Explanation explanation) {
        this.explanation = explanation;
    }

    /** The sheet of a split, with the pack and the catalogue it was made from. */
    public static String text(
            SheetHead head, Circumstances circumstances, CostSplit split, PolicyPack pack, Catalogue catalogue) {
        SettlementSheet sheet = new SettlementSheet(Explanation.of(split, circumstances, pack, catalogue));
        sheet.head(head, circumstances, pack, catalogue);
        sheet.lines();
        sheet.calculation();
        sheet.payers();
        sheet.footnotes();
        return sheet.text.toString();
    }

    private void head(SheetHead head, Circumstances care, PolicyPack pack, Catalogue catalogue) {
        rule('═');
        line(" 异地就医直接结算单  Direct settlement of care outside the insured region");
        rule('═');
        String id = head.settlementId();
        label("结算编号 Settlement", id == null ? "预结算，未入账 preview, not recorded" : id);
        label("就医机构 Institution", head.institution() + " · " + CareWords.of(care.level()));
        label("就诊 Care", CareWords.of(care.serviceType()) + " · " + CareWords.daysOf(care));
        label("参保地 Insured region", care.insuredRegion() + " · " + CareWords.of(care.personType()));
        label(
                "就医地 Care region",
                care.careRegion() + " · " + CareWords.of(care.destinationType()) + " · " + CareWords.of(care.trip()));
        String treatment = care.specialTreatment();
        if (treatment != null) {
            label("特殊治疗 Treatment", treatment);
        }
        label("参保地政策 Policy", pack.title().zh() + " " + pack.title().en());
        label(
                "适用目录 Catalogue",
                catalogue.title().zh() + " " + catalogue.title().en() + " ["
                        + catalogue.confidence().mark() + "]");
        String recordedAt = head.recordedAt();
        if (recordedAt != null) {
            label("记录时间 Recorded at", recordedAt);
        }
    }

    private void lines() {
        section("一、费用明细", "Fee lines");
        line(columns("项目", "类别", "金额", "自费", "先行自付", "范围内"));
        line(columns("item", "class", "amount", "self-pay", "upfront", "eligible"));
        List<LineExplanation> all = explanation.lines();
        for (LineExplanation one : all.subList(0, Math.min(LINES_MAX, all.size()))) {
            line(columns(
                    one.lineNumber() + " " + one.name(),
                    LineWords.classOf(one),
                    Yuan.of(Money.ofFen(one.amountFen())),
                    Yuan.of(Money.ofFen(one.fullSelfPayFen() + one.overLimitSelfPayFen())),
                    Yuan.of(Money.ofFen(one.upfrontSelfPayFen())),
                    Yuan.of(Money.ofFen(one.eligibleCostFen()))));
        }
        int rest = all.size() - LINES_MAX;
        if (rest > 0) {
            line("   …… 另 " + rest + " 条 and " + rest + " more lines");
        }
    }

    private static String columns(String name, String itemClass, String... amounts) {
        StringBuilder row = new StringBuilder(" ");
        row.append(DisplayText.padRight(DisplayText.cut(name, NAME_WIDTH), NAME_WIDTH));
        row.append(' ').append(DisplayText.padRight(itemClass, CLASS_WIDTH));
        for (String amount : amounts) {
            row.append(DisplayText.padLeft(amount, AMOUNT_WIDTH));
        }
        return row.toString();
    }

    private void calculation() {
        section("二、计算过程", "How it was worked out");
        ExplanationNode total = explanation.require(Rule.TOTAL_COST);
        step(total);
        total.children().forEach(this::step);
        explanation.steps().stream()
                .filter(node -> node.rule() != Rule.TOTAL_COST)
                .forEach(this::step);
    }

    private void step(ExplanationNode node) {
        stepNumber++;
        String title = DisplayText.padLeft(stepNumber + "", 3) + " " + node.titleZh() + " " + node.titleEn();
        line(DisplayText.withAmount(title, Yuan.of(node.amount()), WIDTH));
        indented(6, "", node.formulaZh() + "  " + marksOf(node.references()));
        if (!node.formulaEn().equals(node.formulaZh())) {
            indented(6, "", node.formulaEn());
        }
    }

    private String marksOf(List<Reference> references) {
        StringBuilder marks = new StringBuilder();
        for (Reference reference : references) {
            if (!footnotes.contains(reference)) {
                footnotes.add(reference);
            }
            marks.append('[')
                    .append(footnotes.indexOf(reference) + 1)
                    .append(' ')
                    .append(reference.mark())
                    .append(']');
        }
        return marks.toString();
    }

    private void payers() {
        section("三、谁付多少", "Who pays what");
        ExplanationNode fund = explanation.require(Rule.FUND_PAY);
        payer(" 基金支付 Funds", fund);
        fund.children().forEach(part -> payer("     " + part.titleZh() + " " + part.titleEn(), part));
        ExplanationNode personal = explanation.require(Rule.PERSONAL_PAY);
        payer(" 个人负担 The person", personal);
        personal.children().forEach(part -> payer("     " + part.titleZh() + " " + part.titleEn(), part));
        line(" 其中 of which paid by");
        payer("     个人账户 personal account", explanation.require(Rule.PERSONAL_ACCOUNT_PAY));
        payer("     现金 cash", explanation.require(Rule.CASH_PAY));
    }

    private void payer(String title, ExplanationNode node) {
        line(DisplayText.withAmount(title, Yuan.of(node.amount()), WIDTH));
    }

    private void footnotes() {
        section("依据", "What it rests on: 官方 documented · 邻近年份 nearest year · 假设 assumed");
        Map<String, Integer> firstOfSource = new HashMap<>();
        for (int i = 0; i < footnotes.size(); i++) {
            int number = i + 1;
            Reference reference = footnotes.get(i);
            Integer first = firstOfSource.putIfAbsent(reference.source(), number);
            String source = first == null ? reference.source() : "同 as [" + first + "]";
            String value = reference.value().isEmpty() ? "" : " " + reference.value();
            indented(
                    1,
                    DisplayText.padRight("[" + number + "] ", 5),
                    reference.mark() + " " + reference.id() + value + " — " + source);
        }
        rule('═');
    }

    private void section(String zh, String en) {
        rule('─');
        line(" " + zh + "  " + en);
    }

    private void label(String label, String value) {
        indented(1, DisplayText.padRight(label, LABEL_WIDTH), value);
    }

    /** Wrapped, with a mark before the first line and as much space before the others. */
    private void indented(int columns, String mark, String content) {
        String space = " ".repeat(columns);
        String lead = mark;
        for (String one : DisplayText.wrap(content, WIDTH - columns - DisplayText.width(mark))) {
            line(space + lead + one);
            lead = " ".repeat(DisplayText.width(mark));
        }
    }

    private void rule(char character) {
        line(String.valueOf(character).repeat(WIDTH));
    }

    private void line(String content) {
        text.append(content.stripTrailing()).append('\n');
    }
}
