package io.crosscare.correction.report.web;

import io.crosscare.chassis.crypto.Masking;
import io.crosscare.correction.report.DisclosePapers.Papers;
import io.crosscare.correction.report.DisclosePapers.Shown;
import io.crosscare.correction.report.model.Attachment;
import io.crosscare.correction.report.model.Disclosure;
import io.crosscare.correction.report.model.Report;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is answered about what people bring to cases. */
final class PaperResponses {

    private PaperResponses() {}

    /**
     * What people brought to a case, and who looked at what is masked here.
     *
     * @param reports 手工登记 · in the order in which they came
     * @param attachments 附件 · without their content
     * @param disclosures 明文查阅记录 · the latest first
     */
    record PapersResponse(
            List<ReportResponse> reports, List<AttachmentResponse> attachments, List<DisclosureResponse> disclosures) {

        static PapersResponse of(Papers papers) {
            return new PapersResponse(
                    papers.reports().stream().map(ReportResponse::of).toList(),
                    papers.attachments().stream().map(AttachmentResponse::of).toList(),
                    papers.trail().stream().map(DisclosureResponse::of).toList());
        }
    }

    /**
     * What a hospital reported.
     *
     * @param caseId 纠错单标识 · of the case that it opened or joined: what the doors of cases take
     * @param reportId 登记标识 · of the report, within the papers of its case
     * @param at 登记时间 · when it came, UTC
     * @param organisation 登记机构 · code of the institution
     * @param errorText 报错信息 · as it was pasted; numbers of persons are masked, names are not
     * @param cardSeen 是否见卡 · whether the card was shown at the counter
     * @param identitySeen 是否见证件 · whether the identity document was shown
     * @param personGiven 是否指明参保人 · whether a person of the suite was named; else the case's personId is nobody's
     * @param visitGiven 是否指明就诊 · whether a visit of the suite was named; else the case's visitId is no visit's
     * @param cardNumber 卡号 · masked; absent where it was not told
     * @param identityNumber 证件号码 · masked; absent where it was not told
     */
    record ReportResponse(
            String caseId,
            String reportId,
            Instant at,
            String organisation,
            String errorText,
            boolean cardSeen,
            boolean identitySeen,
            boolean personGiven,
            boolean visitGiven,
            @Nullable String cardNumber,
            @Nullable String identityNumber) {

        static ReportResponse of(Report report) {
            String card = report.cardNumber();
            String identity = report.identityNumber();
            return new ReportResponse(
                    report.caseId().value(),
                    report.id(),
                    report.at(),
                    report.by().organisation(),
                    report.errorText(),
                    report.isCardSeen(),
                    report.isIdentitySeen(),
                    report.isPersonGiven(),
                    report.isVisitGiven(),
                    card == null ? null : Masking.cardNumber(card),
                    identity == null ? null : Masking.identityNumber(identity));
        }
    }

    /**
     * Something attached to a case, without its content.
     *
     * @param number 序号 · from 1, within the case
     * @param mediaType 文件类型 · image/jpeg, image/png or application/pdf, told by the content
     * @param sizeBytes 字节数 · of the content
     * @param at 上传时间 · when it came, UTC
     * @param organisation 上传单位 · code of the institution or region
     */
    record AttachmentResponse(int number, String mediaType, int sizeBytes, Instant at, String organisation) {

        static AttachmentResponse of(Attachment attachment) {
            return new AttachmentResponse(
                    attachment.number(),
                    attachment.kind().mediaType(),
                    attachment.sizeBytes(),
                    attachment.at(),
                    attachment.by().organisation());
        }
    }

    /**
     * That somebody looked at what is masked elsewhere.
     *
     * @param at 查阅时间 · when, UTC
     * @param organisation 查阅单位 · code of the institution or region
     * @param account 查阅账号 · the account, which is no person's name
     * @param attachment 附件序号 · of the attachment; absent where the numbers of the reports were looked at
     * @param reason 查阅事由 · as it was given; numbers of persons are masked
     */
    record DisclosureResponse(
            Instant at,
            String organisation,
            String account,
            @Nullable Integer attachment,
            String reason,
            @Nullable String traceId) {

        static DisclosureResponse of(Disclosure disclosure) {
            return new DisclosureResponse(
                    disclosure.at(),
                    disclosure.by().organisation(),
                    disclosure.by().subject(),
                    disclosure.attachment(),
                    disclosure.reason(),
                    disclosure.traceId());
        }
    }

    /**
     * What was asked for, unmasked. {@code toString} shows nothing of it.
     *
     * @param numbers 号码 · of each report; absent where an attachment was asked for
     * @param attachment 附件 · absent where the numbers were asked for
     * @param content 文件内容 · of the attachment, as Base64
     */
    record DisclosedResponse(
            @Nullable List<NumbersResponse> numbers,
            @Nullable AttachmentResponse attachment,
            @Nullable String content) {

        static DisclosedResponse of(List<Report> reports) {
            return new DisclosedResponse(
                    reports.stream().map(NumbersResponse::of).toList(), null, null);
        }

        static DisclosedResponse of(Shown shown) {
            return new DisclosedResponse(null, AttachmentResponse.of(shown.attachment()), shown.base64());
        }

        @Override
        public String toString() {
            return "DisclosedResponse[…]";
        }
    }

    /**
     * The numbers of one report. {@code toString} shows nothing of them.
     *
     * @param reportId 登记标识 · of the report
     * @param cardNumber 卡号 · as it stands on the card; absent where it was not told
     * @param identityNumber 证件号码 · as it stands in the document; absent where it was not told
     */
    record NumbersResponse(
            String reportId,
            @Nullable String cardNumber,
            @Nullable String identityNumber) {

        private static NumbersResponse of(Report report) {
            return new NumbersResponse(report.id(), report.cardNumber(), report.identityNumber());
        }

        @Override
        public String toString() {
            return "NumbersResponse[…]";
        }
    }
}
