package io.crosscare.correction.report.mongo;

import io.crosscare.correction.desk.model.CaseId;
import io.crosscare.correction.desk.model.Comment.Author;
import io.crosscare.correction.desk.model.Comment.Receipt;
import io.crosscare.correction.report.CasePapers.Attached;
import io.crosscare.correction.report.CasePapers.Reported;
import io.crosscare.correction.report.model.Attachment;
import io.crosscare.correction.report.model.AttachmentKind;
import io.crosscare.correction.report.model.Disclosure;
import io.crosscare.correction.report.model.Report;
import java.time.Instant;
import org.bson.codecs.pojo.annotations.BsonId;
import org.bson.types.Binary;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

/** Papers as they are stored. Public for the driver's record codec. */
public final class PaperDocuments {

    private PaperDocuments() {}

    /** Who. */
    public record ByDocument(String role, String organisation, String subject) {

        static ByDocument of(Author by) {
            return new ByDocument(by.role().name(), by.organisation(), by.subject());
        }

        Author toAuthor() {
            return new Author(Author.Role.valueOf(role), organisation, subject);
        }
    }

    /**
     * See {@link Report}.
     *
     * @param key of the request
     * @param cardNumber encrypted
     * @param identityNumber encrypted
     */
    public record ReportDocument(
            @BsonId String key,
            String content,
            String report,
            String caseId,
            Instant at,
            ByDocument by,
            String errorText,
            boolean cardSeen,
            boolean identitySeen,
            boolean personGiven,
            boolean visitGiven,
            @Nullable Binary cardNumber,
            @Nullable Binary identityNumber) {

        static ReportDocument of(Reported reported, @Nullable Binary cardNumber, @Nullable Binary identityNumber) {
            Report report = reported.report();
            return new ReportDocument(
                    reported.receipt().key(),
                    reported.receipt().content(),
                    report.id(),
                    report.caseId().value(),
                    report.at(),
                    ByDocument.of(report.by()),
                    report.errorText(),
                    report.isCardSeen(),
                    report.isIdentitySeen(),
                    report.isPersonGiven(),
                    report.isVisitGiven(),
                    cardNumber,
                    identityNumber);
        }

        Reported toReported(@Nullable String plainCardNumber, @Nullable String plainIdentityNumber) {
            return new Reported(
                    new Report(
                            report,
                            new CaseId(caseId),
                            at,
                            by.toAuthor(),
                            errorText,
                            cardSeen,
                            identitySeen,
                            personGiven,
                            visitGiven,
                            plainCardNumber,
                            plainIdentityNumber),
                    new Receipt(key, content));
        }
    }

    /** See {@link Attachment}. */
    public record AttachmentDocument(
            @BsonId String id,
            String caseId,
            int number,
            String kind,
            int sizeBytes,
            Instant at,
            ByDocument by,
            String receiptKey,
            String receiptContent) {

        static String idOf(CaseId caseId, int number) {
            return caseId + ":" + number;
        }

        static AttachmentDocument of(Attached attached) {
            Attachment attachment = attached.attachment();
            return new AttachmentDocument(
                    idOf(attachment.caseId(), attachment.number()),
                    attachment.caseId().value(),
                    attachment.number(),
                    attachment.kind().name(),
                    attachment.sizeBytes(),
                    attachment.at(),
                    ByDocument.of(attachment.by()),
                    attached.receipt().key(),
                    attached.receipt().content());
        }

        Attached toAttached() {
            return new Attached(
                    new Attachment(
                            new CaseId(caseId), number, AttachmentKind.valueOf(kind), sizeBytes, at, by.toAuthor()),
                    new Receipt(receiptKey, receiptContent));
        }
    }

    /** What is attached, encrypted. */
    public record ContentDocument(@BsonId String id, Binary content) {}

    /** See {@link Disclosure}. */
    public record DisclosureDocument(
            @BsonId ObjectId id,
            String caseId,
            Instant at,
            ByDocument by,
            @Nullable Integer attachment,
            String reason,
            @Nullable String traceId) {

        static DisclosureDocument of(Disclosure disclosure) {
            return new DisclosureDocument(
                    new ObjectId(),
                    disclosure.caseId().value(),
                    disclosure.at(),
                    ByDocument.of(disclosure.by()),
                    disclosure.attachment(),
                    disclosure.reason(),
                    disclosure.traceId());
        }

        Disclosure toDisclosure() {
            return new Disclosure(new CaseId(caseId), at, by.toAuthor(), attachment, reason, traceId);
        }
    }
}
