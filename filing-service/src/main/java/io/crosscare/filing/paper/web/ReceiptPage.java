package io.crosscare.filing.paper.web;

import io.crosscare.chassis.agency.Agency;
import io.crosscare.chassis.crypto.Masking;
import io.crosscare.chassis.time.ChinaTime;
import io.crosscare.filing.insured.model.Particulars;
import io.crosscare.filing.lodging.model.Filing;
import io.crosscare.filing.lodging.model.FilingState;
import io.crosscare.filing.lodging.model.FilingTerms;
import io.crosscare.filing.lodging.model.Promise;
import io.crosscare.filing.lodging.model.SpecialTreatment;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;

/** The receipt as a page: Chinese first, English beside it, no script, every value escaped, numbers of the person masked. */
final class ReceiptPage {

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ChinaTime.ZONE);

    private static final String HEAD = """
        <!DOCTYPE html>
        <html lang="zh-CN">
        <head>
        <meta charset="UTF-8">
        <title>异地就医备案回执</title>
        <style>
        body { font: 14px/1.6 "Noto Sans CJK SC", "Microsoft YaHei", sans-serif; margin: 2em auto; max-width: 42em; color: #111; }
        h1 { font-size: 1.5em; text-align: center; }
        h1 small { display: block; font-size: 0.6em; font-weight: normal; color: #555; }
        table { border-collapse: collapse; width: 100%; }
        th, td { border: 1px solid #888; padding: 0.4em 0.6em; text-align: left; vertical-align: top; }
        th { width: 40%; font-weight: normal; background: #f4f4f4; }
        th small { display: block; color: #555; }
        @media print { body { margin: 0; max-width: none; } th { background: none; } @page { size: A4; margin: 20mm; } }
        </style>
        </head>
        <body>
        <h1>异地就医备案回执<small>Receipt of a filing for care elsewhere</small></h1>
        <table>
        """;

    private final StringBuilder page = new StringBuilder(HEAD);

    private ReceiptPage() {}

    static String of(Filing filing, Particulars person, Optional<Agency> agency, Instant printedAt) {
        ReceiptPage receipt = new ReceiptPage();
        FilingTerms terms = filing.terms();
        LocalDate to = terms.period().to();
        receipt.row("备案标识", "Filing", filing.id().value());
        receipt.row("姓名", "Name", Masking.name(person.name().value()));
        receipt.row(
                "公民身份号码",
                "Identity number",
                Masking.identityNumber(person.identityNumber().value()));
        receipt.row("参保地", "Insured region", terms.insuredRegion().value());
        receipt.row("就医地", "Care region", terms.careRegion().value());
        receipt.row(
                "备案类别",
                "Category",
                terms.category().zh() + " " + terms.category().name());
        receipt.row("办理渠道", "Channel", terms.channel().zh());
        receipt.row("生效日", "First day", terms.period().from().toString());
        receipt.row("截止日", "Last day", to == null ? "长期有效 · until changed" : to.toString());
        receipt.row("状态", "State", stateOf(filing.state()));
        receipt.promise(filing.content().promise());
        receipt.treatment(filing.content().treatment());
        receipt.row("办理时间", "Recorded", MINUTE.format(filing.recordedAt()));
        agency.ifPresent(receipt::agency);
        receipt.row("打印时间", "Printed", MINUTE.format(printedAt));
        receipt.page
                .append("</table>\n<p>就医时请携带社会保障卡，在就医地联网定点医疗机构直接结算。")
                .append("<br>Bring the social security card; settle at any networked institution of the care"
                        + " region.</p>\n")
                .append("</body>\n</html>\n");
        return receipt.page.toString();
    }

    private void promise(@Nullable Promise promise) {
        if (promise == null) {
            return;
        }
        String zh = switch (promise.state()) {
            case OPEN -> "须于 " + promise.dueOn() + " 前（含）补齐材料 · papers due";
            case KEPT -> "材料已补齐 · papers brought";
            case LAPSED -> "承诺已失效 · lapsed";
        };
        row("承诺补充", "Promise", zh);
    }

    private void treatment(@Nullable SpecialTreatment treatment) {
        if (treatment == null) {
            return;
        }
        String code = treatment.code() == null ? "后续治疗 follow-up" : treatment.code();
        String zh = switch (treatment.state()) {
            case DECLARED -> "待确认 · not confirmed yet";
            case CONFIRMED -> "已确认 · confirmed";
            case REFUSED -> "不予确认 · refused";
        };
        row("特殊治疗", "Special treatment", code + " " + zh);
    }

    private void agency(Agency agency) {
        String phone = agency.phone();
        row("经办机构", "Agency", phone == null ? agency.name() : agency.name() + " " + phone);
    }

    private static String stateOf(FilingState state) {
        return switch (state) {
            case SUBMITTED -> "待审核 · to be reviewed";
            case EFFECTIVE -> "有效 · in force on its days";
            case REJECTED -> "未通过 · rejected";
            case WITHDRAWN -> "已撤销 · withdrawn";
            case LAPSED -> "承诺失效 · lapsed";
            case REPLACED -> "已变更 · replaced";
        };
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
