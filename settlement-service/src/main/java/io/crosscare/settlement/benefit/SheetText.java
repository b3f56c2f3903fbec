package io.crosscare.settlement.benefit;

import io.crosscare.chassis.money.Money;
import io.crosscare.settlement.benefit.SettlementSheet.NumberedStep;
import io.crosscare.settlement.benefit.SettlementSheet.Payer;
import io.crosscare.settlement.benefit.model.Catalogue;
import io.crosscare.settlement.benefit.model.Circumstances;
import io.crosscare.settlement.benefit.model.CostSplit;
import io.crosscare.settlement.benefit.model.PolicyPack;
import io.crosscare.settlement.benefit.model.Reference;
import io.crosscare.settlement.benefit.model.Yuan;
import java.util.stream.Collectors;

/** The settlement sheet as plain text for a terminal or a plain print, in yuan. */
public final class SheetText {

    private static final int WIDTH = 92;
    private static final int LABEL_WIDTH = 24;
    private static final int NAME_WIDTH = 36;
    private static final int CLASS_WIDTH = 9;
    private static final int AMOUNT_WIDTH = 11;

    private final SettlementSheet sheet;
    private final StringBuilder text = new StringBuilder();

    private SheetText(SettlementSheet sheet) {
        this.sheet = sheet;
    }

    /** The sheet of a split, with the pack and the catalogue it was made from. */
    public static String of(SheetHead head, Circumstances care, CostSplit split, PolicyPack pack, Catalogue catalogue) {
        SheetText sheet = new SheetText(SettlementSheet.of(head, care, split, pack, catalogue));
        sheet.head();
        sheet.lines();
        sheet.calculation();
        sheet.payers();
        sheet.notes();
        return sheet.text.toString();
    }

    private void head() {
        rule('═');
        line(" 异地就医直接结算单  Direct settlement of care outside the insured region");
        rule('═');
        sheet.head()
                .forEach(label ->
                        indented(1, DisplayText.padRight(label.zh() + " " + label.en(), LABEL_WIDTH), label.value()));
    }

    private void lines() {
        section("一、费用明细", "Fee lines");
        line(columns("项目", "类别", "金额", "自费", "先行自付", "范围内"));
        line(columns("item", "class", "amount", "self-pay", "upfront", "eligible"));
        for (LineExplanation one : sheet.lines()) {
            line(columns(
                    one.lineNumber() + " " + one.name(),
                    LineWords.classOf(one),
                    Yuan.of(Money.ofFen(one.amountFen())),
                    Yuan.of(Money.ofFen(one.fullSelfPayFen() + one.overLimitSelfPayFen())),
                    Yuan.of(Money.ofFen(one.upfrontSelfPayFen())),
                    Yuan.of(Money.ofFen(one.eligibleCostFen()))));
        }
        if (sheet.moreLines() > 0) {
            line("   …… 另 " + sheet.moreLines() + " 条 and " + sheet.moreLines() + " more lines");
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
        sheet.steps().forEach(this::step);
    }

    private void step(NumberedStep step) {
        ExplanationNode node = step.node();
        String title = DisplayText.padLeft(step.number() + "", 3) + " " + node.titleZh() + " " + node.titleEn();
        line(DisplayText.withAmount(title, Yuan.of(node.amount()), WIDTH));
        String marks = step.notes().stream()
                .map(note -> "[" + note.number() + " " + note.mark() + "]")
                .collect(Collectors.joining());
        indented(6, "", node.formulaZh() + "  " + marks);
        if (!node.formulaEn().equals(node.formulaZh())) {
            indented(6, "", node.formulaEn());
        }
    }

    private void payers() {
        section("三、谁付多少", "Who pays what");
        sheet.payers().forEach(this::payer);
    }

    private void payer(Payer payer) {
        ExplanationNode node = payer.node();
        if (node.rule() == Rule.PERSONAL_ACCOUNT_PAY) {
            line(" 其中 of which paid by");
        }
        String indent = payer.isPart() ? "     " : " ";
        line(DisplayText.withAmount(
                indent + payer.title().zh() + " " + payer.title().en(), Yuan.of(node.amount()), WIDTH));
    }

    private void notes() {
        section("依据", "What it rests on: 官方 documented · 邻近年份 nearest year · 假设 assumed");
        sheet.notes().forEach(note -> {
            Reference reference = note.reference();
            String source = note.sameSourceAs() == null ? reference.source() : "同 as [" + note.sameSourceAs() + "]";
            String value = reference.value().isEmpty() ? "" : " " + reference.value();
            indented(
                    1,
                    DisplayText.padRight("[" + note.number() + "] ", 5),
                    reference.mark() + " " + reference.id() + value + " — " + source);
        });
        rule('═');
    }

    private void section(String zh, String en) {
        rule('─');
        line(" " + zh + "  " + en);
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
