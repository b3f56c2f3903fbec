package io.crosscare.correction.desk.web;

import io.crosscare.chassis.agency.Agency;
import io.crosscare.chassis.time.ChinaTime;
import io.crosscare.correction.desk.model.Act;
import io.crosscare.correction.desk.model.CorrectionCase;
import io.crosscare.correction.desk.model.Fact.InstitutionStated;
import io.crosscare.correction.desk.model.Office;
import io.crosscare.correction.desk.model.Refusal;
import io.crosscare.correction.desk.model.Stage;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Objects;
import java.util.Optional;
import org.springframework.web.util.HtmlUtils;

/** The letter as a page: Chinese first, English beside it, no script, every value escaped, nothing of the person but its id. */
final class LetterPage {

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ChinaTime.ZONE);

    private static final String HEAD = """
        <!DOCTYPE html>
        <html lang="zh-CN">
        <head>
        <meta charset="UTF-8">
        <title>异地就医结算协查函</title>
        <style>
        body { font: 14px/1.6 "Noto Sans CJK SC", "Microsoft YaHei", sans-serif; margin: 2em auto; max-width: 42em; color: #111; }
        h1 { font-size: 1.5em; text-align: center; }
        h1 small { display: block; font-size: 0.6em; font-weight: normal; color: #555; }
        table { border-collapse: collapse; width: 100%; }
        th, td { border: 1px solid #888; padding: 0.4em 0.6em; text-align: left; vertical-align: top; }
        th { width: 34%; font-weight: normal; background: #f4f4f4; }
        th small { display: block; color: #555; }
        .seal { margin-top: 3em; text-align: right; }
        @media print { body { margin: 0; max-width: none; } th { background: none; } @page { size: A4; margin: 20mm; } }
        </style>
        </head>
        <body>
        <h1>异地就医直接结算协查函<small>Request for assistance with a direct settlement</small></h1>
        """;

    private final StringBuilder page = new StringBuilder(HEAD);

    private LetterPage() {}

    static String of(CorrectionCase one, Stage.Outside outside, Optional<Agency> sender, Instant printedAt) {
        LetterPage letter = new LetterPage();
        Refusal first = one.file().firstRefusal();
        Refusal last = one.file().lastRefusal();
        Office addressee = outside.station().office();
        letter.paragraph(addressee.level().zh() + "（行政区划 " + addressee.code() + "）医疗保险经办机构：");
        letter.paragraph("下列参保人异地就医直接结算未成功，请协助核查，并于时限前书面答复。");
        letter.paragraph("The direct settlement below was refused. Please look into it and answer in writing in time.");
        letter.page.append("<table>\n");
        letter.row("函号 · 纠错单", "Case", one.id().value());
        letter.row("参保人标识", "Person", first.subject().scope().person().value());
        letter.row("就诊标识", "Visit", first.subject().scope().visitId());
        letter.row("参保地", "Insured region", last.insuredRegion().value());
        letter.row("就医地", "Care region", last.careRegion().value());
        letter.row("就诊机构", "Institution", last.institution().value() + nameOf(one));
        letter.row("服务类别", "Service", last.serviceType());
        letter.row("就诊日 · 判定日", "Day of care · day decided on", last.serviceDate() + " · " + last.decidedOn());
        letter.row("拒付原因", "Reason", last.subject().reason().code());
        letter.row("说明", "What the window read", last.statement().message());
        letter.row(
                "被拒次数",
                "Refusals",
                one.file().refusals().count() + "（" + MINUTE.format(first.refusedAt()) + " 至 "
                        + MINUTE.format(last.refusedAt()) + "）");
        letter.row("请求协查", "What is asked", askedOf(one));
        outside.dueAt().ifPresent(due -> letter.row("答复时限", "Answer by", MINUTE.format(due)));
        letter.row("发函单位", "From", senderOf(outside.sender(), sender));
        letter.row("打印时间", "Printed", MINUTE.format(printedAt));
        letter.page.append("</table>\n<p class=\"seal\">（发函单位盖章）<br>Seal of the sender</p>\n</body>\n</html>\n");
        return letter.page.toString();
    }

    /** The institution's name where the registry has told it. */
    private static String nameOf(CorrectionCase one) {
        return one.file().facts().stream()
                .filter(InstitutionStated.class::isInstance)
                .map(InstitutionStated.class::cast)
                .map(stated -> " " + stated.name())
                .reduce("", (_, later) -> later);
    }

    /** The reason with which it was passed on; time gives none. */
    private static String askedOf(CorrectionCase one) {
        return one.file().handling().acts().stream()
                .filter(act -> act.kind() == Act.Kind.SENT_OUTSIDE)
                .map(Act::reason)
                .filter(Objects::nonNull)
                .reduce((_, later) -> later)
                .orElse("核实拒付原因并告知处理办法 · find the cause and say what to do");
    }

    private static String senderOf(Office office, Optional<Agency> agency) {
        return agency.map(known -> known.phone() == null ? known.name() : known.name() + " " + known.phone())
                .orElse(office.level().zh() + " " + office.code());
    }

    private void paragraph(String text) {
        page.append("<p>").append(HtmlUtils.htmlEscape(text, "UTF-8")).append("</p>\n");
    }

    private void row(String zh, String en, String value) {
        page.append("<tr><th>")
                .append(HtmlUtils.htmlEscape(zh, "UTF-8"))
                .append("<small>")
                .append(HtmlUtils.htmlEscape(en, "UTF-8"))
                .append("</small></th><td>")
                .append(HtmlUtils.htmlEscape(value, "UTF-8"))
                .append("</td></tr>\n");
    }
}
