package io.crosscare.correction.report.mongo;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.crosscare.chassis.crypto.FieldCipher;
import io.crosscare.chassis.mongo.DuplicateKey;
import io.crosscare.chassis.mongo.Index;
import io.crosscare.correction.desk.model.CaseId;
import io.crosscare.correction.report.CasePapers;
import io.crosscare.correction.report.model.Attachment;
import io.crosscare.correction.report.model.Disclosure;
import io.crosscare.correction.report.model.Report;
import io.crosscare.correction.report.mongo.PaperDocuments.AttachmentDocument;
import io.crosscare.correction.report.mongo.PaperDocuments.ContentDocument;
import io.crosscare.correction.report.mongo.PaperDocuments.DisclosureDocument;
import io.crosscare.correction.report.mongo.PaperDocuments.ReportDocument;
import java.util.Comparator;
import java.util.List;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** {@link CasePapers}, a document each. A request's key names its report; an attachment's place in its case names the attachment. */
public final class MongoCasePapers implements CasePapers {

    private static final String REPORTS = "case_reports";
    private static final String ATTACHMENTS = "case_attachments";
    private static final String CONTENTS = "case_attachment_contents";
    private static final String DISCLOSURES = "case_disclosures";
    private static final String ID = "_id";
    private static final String CASE = "caseId";
    private static final String KEY = "receiptKey";
    private static final String SEALED_NUMBER = "case-report.number:";
    private static final String SEALED_CONTENT = "case-attachment.content:";

    private final MongoCollection<ReportDocument> reports;
    private final MongoCollection<AttachmentDocument> attachments;
    private final MongoCollection<ContentDocument> contents;
    private final MongoCollection<DisclosureDocument> disclosures;
    private final FieldCipher cipher;

    public MongoCasePapers(MongoDatabase database, FieldCipher cipher) {
        this.reports = database.getCollection(REPORTS, ReportDocument.class);
        this.attachments = database.getCollection(ATTACHMENTS, AttachmentDocument.class);
        this.contents = database.getCollection(CONTENTS, ContentDocument.class);
        this.disclosures = database.getCollection(DISCLOSURES, DisclosureDocument.class);
        this.cipher = cipher;
    }

    public static List<Index> indexes() {
        return List.of(
                Index.on(REPORTS, CASE),
                Index.unique(ATTACHMENTS, KEY),
                Index.on(ATTACHMENTS, CASE),
                Index.on(DISCLOSURES, CASE, "at"));
    }

    @Override
    public Mono<Boolean> addReport(Reported reported) {
        Report report = reported.report();
        ReportDocument document = ReportDocument.of(
                reported, sealed(report.id(), report.cardNumber()), sealed(report.id(), report.identityNumber()));
        return Mono.from(reports.insertOne(document))
                .thenReturn(true)
                .onErrorResume(DuplicateKey::isIn, _ -> Mono.just(false));
    }

    @Override
    public Mono<Reported> findReport(String key) {
        return Mono.from(reports.find(Filters.eq(ID, key)).first()).map(this::opened);
    }

    @Override
    public Flux<Report> reportsOf(CaseId caseId) {
        return Flux.from(reports.find(Filters.eq(CASE, caseId.value())))
                .map(document -> opened(document).report())
                .sort(Comparator.comparing(Report::at).thenComparing(Report::id));
    }

    private Reported opened(ReportDocument document) {
        return document.toReported(
                opened(document.report(), document.cardNumber()), opened(document.report(), document.identityNumber()));
    }

    private @Nullable Binary sealed(String report, @Nullable String number) {
        return number == null ? null : new Binary(cipher.encrypt(SEALED_NUMBER + report, number));
    }

    private @Nullable String opened(String report, @Nullable Binary number) {
        return number == null ? null : cipher.decrypt(SEALED_NUMBER + report, number.getData());
    }

    /** The content is named by the request, so that two that race for a number do not touch each other's. */
    @Override
    public Mono<Boolean> addAttachment(Attached attached, String base64) {
        String name = nameOf(attached.receipt().key(), attached.receipt().content());
        Binary sealed = new Binary(cipher.encrypt(SEALED_CONTENT + name, base64));
        return Mono.defer(() -> Mono.from(contents.insertOne(new ContentDocument(name, sealed))))
                .then()
                .onErrorResume(DuplicateKey::isIn, _ -> Mono.empty())
                .then(Mono.defer(() -> Mono.from(attachments.insertOne(AttachmentDocument.of(attached)))))
                .thenReturn(true)
                .onErrorResume(DuplicateKey::isIn, _ -> Mono.just(false));
    }

    private static String nameOf(String key, String content) {
        return key + ":" + content;
    }

    @Override
    public Mono<Attached> findAttachment(String key) {
        return Mono.from(attachments.find(Filters.eq(KEY, key)).first()).map(AttachmentDocument::toAttached);
    }

    @Override
    public Flux<Attachment> attachmentsOf(CaseId caseId) {
        return Flux.from(attachments.find(Filters.eq(CASE, caseId.value())))
                .map(document -> document.toAttached().attachment())
                .sort(Comparator.comparingInt(Attachment::number));
    }

    @Override
    public Mono<String> contentOf(CaseId caseId, int number) {
        return Mono.from(attachments
                        .find(Filters.eq(ID, AttachmentDocument.idOf(caseId, number)))
                        .first())
                .flatMap(document -> Mono.from(
                        contents.find(Filters.eq(ID, nameOf(document.receiptKey(), document.receiptContent())))
                                .first()))
                .map(document -> cipher.decrypt(
                        SEALED_CONTENT + document.id(), document.content().getData()));
    }

    @Override
    public Mono<Void> note(Disclosure disclosure) {
        return Mono.defer(() -> Mono.from(disclosures.insertOne(DisclosureDocument.of(disclosure))))
                .then();
    }

    @Override
    public Flux<Disclosure> disclosuresOf(CaseId caseId, int limit) {
        return Flux.from(disclosures
                        .find(Filters.eq(CASE, caseId.value()))
                        .sort(Sorts.descending("at"))
                        .limit(limit))
                .map(DisclosureDocument::toDisclosure);
    }
}
