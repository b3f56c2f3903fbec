package io.crosscare.correction.report;

import io.crosscare.correction.desk.model.CaseId;
import io.crosscare.correction.desk.model.Comment.Receipt;
import io.crosscare.correction.report.model.Attachment;
import io.crosscare.correction.report.model.Disclosure;
import io.crosscare.correction.report.model.Report;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Port to what people bring to cases. Numbers of persons and contents are encrypted. The trail grows and never changes. */
public interface CasePapers {

    /** A report and the request that brought it. */
    record Reported(Report report, Receipt receipt) {}

    /** An attachment and the request that brought it. */
    record Attached(Attachment attachment, Receipt receipt) {}

    /** False where the request's key is taken, and nothing has changed. */
    Mono<Boolean> addReport(Reported reported);

    Mono<Reported> findReport(String key);

    /** In the order in which they came. */
    Flux<Report> reportsOf(CaseId caseId);

    /**
     * False where its number or the request's key is taken, and nothing has changed.
     *
     * @param base64 the content
     */
    Mono<Boolean> addAttachment(Attached attached, String base64);

    Mono<Attached> findAttachment(String key);

    /** In the order of their numbers. */
    Flux<Attachment> attachmentsOf(CaseId caseId);

    /** As Base64; empty where there is no such attachment. */
    Mono<String> contentOf(CaseId caseId, int number);

    /** Complete once it is stored as durably as everything else. */
    Mono<Void> note(Disclosure disclosure);

    /** The latest first. */
    Flux<Disclosure> disclosuresOf(CaseId caseId, int limit);
}
