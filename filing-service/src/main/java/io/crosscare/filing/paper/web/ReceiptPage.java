package io.crosscare.filing.paper.web;

import io.crosscare.chassis.agency.Agency;
import io.crosscare.chassis.crypto.Masking;
import io.crosscare.chassis.region.RegionCode;
import io.crosscare.chassis.region.RegionNames;
import io.crosscare.chassis.time.ChinaTime;
import io.crosscare.filing.insured.model.Particulars;
import io.crosscare.filing.lodging.model.Ending;
import io.crosscare.filing.lodging.model.Filing;
import io.crosscare.filing.lodging.model.FilingId;
import io.crosscare.filing.lodging.model.FilingPeriod;
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
        LocalDate today = LocalDate.ofInstant(printedAt, ChinaTime.ZONE);
        FilingTerms terms = filing.terms();
        receipt.row("备案标识", "Filing", filing.id().value());
        receipt.row("姓名", "Name", Masking.name(person.name().value()));
        receipt.row(
                "公民身份号码",
                "Identity number",
                Masking.identityNumber(person.identityNumber().value()));
        receipt.row("参保地", "Insured region", nameOf(terms.insuredRegion()));
        receipt.row("就医地", "Care region", nameOf(terms.careRegion()));
        receipt.row(
                "备案类别",
                "Category",
                terms.category().zh() + " " + terms.category().name());
        receipt.row(
                "办理渠道",
                "Channel",
                terms.channel().zh() + " · " + terms.channel().en() + " "
                        + terms.channel().name());
        receipt.row("生效日", "First day", terms.period().from().toString());
        receipt.row("截止日", "Last day", lastDayOf(filing));
        receipt.row("状态", "State", stateOf(filing, today));
        receipt.ending(filing);
        receipt.promise(filing.content().promise());
        receipt.treatment(filing.content().treatment());
        receipt.row("办理时间", "Recorded", MINUTE.format(filing.recordedAt()));
        agency.ifPresent(receipt::agency);
        receipt.row("打印时间", "Printed", MINUTE.format(printedAt));
        receipt.page.append("</table>\n<p>").append(adviceOf(filing, today)).append("</p>\n</body>\n</html>\n");
        return receipt.page.toString();
    }

    private static String nameOf(RegionCode region) {
        return RegionNames.zh(region) + " · " + RegionNames.en(region) + " " + region;
    }

    private static String lastDayOf(Filing filing) {
        LocalDate to = filing.terms().period().to();
        if (filing instanceof Filing.Ended && !filing.counts()) {
            return "自始不生效 · none, it counts on no day";
        }
        return to == null ? "长期有效 · until changed" : to.toString();
    }

    /** What the person can do with the paper, on the day it is printed. */
    private static String adviceOf(Filing filing, LocalDate today) {
        if (!filing.counts()) {
            return filing instanceof Filing.Submitted
                    ? "备案审核通过后方可直接结算。<br>Care is settled directly only once the filing is accepted."
                    : "此备案不能用于直接结算。<br>No care is settled directly under this filing.";
        }
        return filing.terms().period().endsBefore(today)
                ? "此备案已结束，再到外地就医请重新备案。<br>This filing is over; lodge another before further care elsewhere."
                : "备案有效期内就医请携带社会保障卡，在就医地联网定点医疗机构直接结算。<br>On the filing's days bring the social security card; settle"
                        + " at any networked institution of the care region.";
    }

    private void ending(Filing filing) {
        if (!(filing instanceof Filing.Ended ended)) {
            return;
        }
        Ending ending = ended.ending();
        row("终止", "Ended", ending.from() + " 起不再有效 · no longer from this day on");
        FilingId successor = ending.successor();
        if (successor != null) {
            row("替换后的备案", "Replaced by", successor.value());
        }
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

    private static String stateOf(Filing filing, LocalDate today) {
        return switch (filing.state()) {
            case SUBMITTED -> "待审核 · to be reviewed";
            case EFFECTIVE -> stateOn(today, filing.terms().period());
            case REJECTED -> "未通过 · rejected";
            case WITHDRAWN -> "已撤销 · withdrawn";
            case LAPSED -> "承诺失效 · lapsed";
            case REPLACED -> "已变更 · replaced";
        };
    }

    private static String stateOn(LocalDate today, FilingPeriod period) {
        if (period.endsBefore(today)) {
            return "已到期 · expired";
        }
        return period.beginsAfter(today) ? "已备案，尚未生效 · accepted, not in force yet" : "有效 · in force on its days";
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
