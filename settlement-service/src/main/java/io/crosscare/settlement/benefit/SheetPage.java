package io.crosscare.settlement.benefit;

import io.crosscare.chassis.money.Money;
import io.crosscare.settlement.benefit.SettlementSheet.Note;
import io.crosscare.settlement.benefit.SettlementSheet.NumberedStep;
import io.crosscare.settlement.benefit.SettlementSheet.Payer;
import io.crosscare.settlement.benefit.model.Catalogue;
import io.crosscare.settlement.benefit.model.Circumstances;
import io.crosscare.settlement.benefit.model.CostSplit;
import io.crosscare.settlement.benefit.model.PolicyPack;
import io.crosscare.settlement.benefit.model.Reference;
import io.crosscare.settlement.benefit.model.Yuan;
import java.util.stream.Collectors;

/** The settlement sheet as a page to be printed on one sheet of A4, in yuan: no script, every value escaped. */
public final class SheetPage {

    private static final String HEAD = """
        <!DOCTYPE html>
        <html lang="zh-CN">
        <head>
        <meta charset="UTF-8">
        <title>异地就医直接结算单</title>
        <style>
        body { font: 12px/1.45 "Noto Sans CJK SC", "Microsoft YaHei", sans-serif; margin: 1.5em auto; max-width: 60em; color: #111; }
        h1 { font-size: 1.5em; text-align: center; margin: 0 0 0.5em; }
        h2 { font-size: 1.1em; margin: 0.9em 0 0.3em; }
        h1 small, h2 small, th small { font-weight: normal; color: #555; }
        table { border-collapse: collapse; width: 100%; }
        th, td { border: 1px solid #999; padding: 0.2em 0.5em; text-align: left; vertical-align: top; }
        th { font-weight: normal; background: #f4f4f4; }
        td.amount, th.amount { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
        tr.whole td { font-weight: bold; }
        td.part { padding-left: 1.8em; }
        p.formula { margin: 0; color: #444; }
        ol { margin: 0; padding-left: 2em; font-size: 0.9em; }
        @media print { body { margin: 0; max-width: none; font-size: 9px; } th { background: none; } @page { size: A4; margin: 12mm; } }
        </style>
        </head>
        <body>
        <h1>异地就医直接结算单 <small>Direct settlement of care outside the insured region</small></h1>
        """;

    private final SettlementSheet sheet;
    private final StringBuilder page = new StringBuilder(HEAD);

    private SheetPage(SettlementSheet sheet) {
        this.sheet = sheet;
    }

    /** The sheet of a split, with the pack and the catalogue it was made from. */
    public static String of(SheetHead head, Circumstances care, CostSplit split, PolicyPack pack, Catalogue catalogue) {
        SheetPage sheet = new SheetPage(SettlementSheet.of(head, care, split, pack, catalogue));
        sheet.head();
        sheet.lines();
        sheet.calculation();
        sheet.payers();
        sheet.notes();
        sheet.page.append("</body>\n</html>\n");
        return sheet.page.toString();
    }

    private void head() {
        page.append("<table>\n");
        sheet.head()
                .forEach(label -> page.append("<tr><th>")
                        .append(escaped(label.zh()))
                        .append(" <small>")
                        .append(escaped(label.en()))
                        .append("</small></th><td>")
                        .append(escaped(label.value()))
                        .append("</td></tr>\n"));
        page.append("</table>\n");
    }

    private void lines() {
        section("一、费用明细", "Fee lines");
        page.append("<table>\n<tr><th>项目 <small>item</small></th><th>类别 <small>class</small></th>")
                .append("<th class=\"amount\">金额 <small>amount</small></th>")
                .append("<th class=\"amount\">自费 <small>self-pay</small></th>")
                .append("<th class=\"amount\">先行自付 <small>upfront</small></th>")
                .append("<th class=\"amount\">范围内 <small>eligible</small></th></tr>\n");
        sheet.lines().forEach(this::line);
        if (sheet.moreLines() > 0) {
            page.append("<tr><td colspan=\"6\">…… 另 ")
                    .append(sheet.moreLines())
                    .append(" 条 and ")
                    .append(sheet.moreLines())
                    .append(" more lines</td></tr>\n");
        }
        page.append("</table>\n");
    }

    private void line(LineExplanation one) {
        page.append("<tr><td>")
                .append(one.lineNumber())
                .append(' ')
                .append(escaped(one.name()))
                .append("</td><td>")
                .append(escaped(LineWords.classOf(one)))
                .append("</td>");
        amount(one.amountFen());
        amount(one.fullSelfPayFen() + one.overLimitSelfPayFen());
        amount(one.upfrontSelfPayFen());
        amount(one.eligibleCostFen());
        page.append("</tr>\n");
    }

    private void calculation() {
        section("二、计算过程", "How it was worked out");
        page.append("<table>\n");
        sheet.steps().forEach(this::step);
        page.append("</table>\n");
    }

    private void step(NumberedStep step) {
        ExplanationNode node = step.node();
        String marks = step.notes().stream()
                .map(note -> "[" + note.number() + " " + note.mark() + "]")
                .collect(Collectors.joining());
        page.append("<tr><td>")
                .append(step.number())
                .append(' ')
                .append(escaped(node.titleZh() + " " + node.titleEn()))
                .append("<p class=\"formula\">")
                .append(escaped(node.formulaZh()))
                .append(' ')
                .append(escaped(marks))
                .append("</p>");
        if (!node.formulaEn().equals(node.formulaZh())) {
            page.append("<p class=\"formula\">")
                    .append(escaped(node.formulaEn()))
                    .append("</p>");
        }
        page.append("</td>");
        amount(node.amountFen());
        page.append("</tr>\n");
    }

    private void payers() {
        section("三、谁付多少", "Who pays what");
        page.append("<table>\n");
        sheet.payers().forEach(this::payer);
        page.append("</table>\n");
    }

    private void payer(Payer payer) {
        page.append(payer.isPart() ? "<tr><td class=\"part\">" : "<tr class=\"whole\"><td>")
                .append(escaped(payer.title().zh() + " " + payer.title().en()))
                .append("</td>");
        amount(payer.node().amountFen());
        page.append("</tr>\n");
    }

    private void notes() {
        section("依据", "What it rests on: 官方 documented · 邻近年份 nearest year · 假设 assumed");
        page.append("<ol>\n");
        sheet.notes().forEach(this::note);
        page.append("</ol>\n");
    }

    private void note(Note note) {
        Reference reference = note.reference();
        String source = note.sameSourceAs() == null ? reference.source() : "同 as [" + note.sameSourceAs() + "]";
        page.append("<li>")
                .append(escaped(reference.mark() + " " + reference.id() + " " + reference.value()))
                .append(" — ")
                .append(escaped(source))
                .append("</li>\n");
    }

    private void section(String zh, String en) {
        page.append("<h2>")
                .append(escaped(zh))
                .append(" <small>")
                .append(escaped(en))
                .append("</small></h2>\n");
    }

    private void amount(long fen) {
        page.append("<td class=\"amount\">").append(Yuan.of(Money.ofFen(fen))).append("</td>");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
