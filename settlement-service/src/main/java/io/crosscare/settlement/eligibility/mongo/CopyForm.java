package io.crosscare.settlement.eligibility.mongo;

import io.crosscare.settlement.eligibility.CopiedTopic;
import io.crosscare.settlement.eligibility.model.AgencyFacts;
import io.crosscare.settlement.eligibility.model.ConnectivityRow;
import io.crosscare.settlement.eligibility.model.CopiedRecord;
import io.crosscare.settlement.eligibility.model.FilingFacts;
import io.crosscare.settlement.eligibility.model.InstitutionFacts;
import io.crosscare.settlement.eligibility.model.PersonFacts;
import io.crosscare.settlement.eligibility.model.UploadFacts;
import io.crosscare.settlement.eligibility.mongo.CopyDocuments.AgencyDocument;
import io.crosscare.settlement.eligibility.mongo.CopyDocuments.ConnectivityDocument;
import io.crosscare.settlement.eligibility.mongo.CopyDocuments.FilingDocument;
import io.crosscare.settlement.eligibility.mongo.CopyDocuments.InstitutionDocument;
import io.crosscare.settlement.eligibility.mongo.CopyDocuments.PersonDocument;
import io.crosscare.settlement.eligibility.mongo.CopyDocuments.UploadDocument;
import java.util.function.Function;

/**
 * How the copies of one topic's records are stored.
 *
 * @param <F> the facts
 * @param <D> the document that holds them
 */
record CopyForm<F extends CopiedRecord, D>(
        String collection, Class<F> facts, Class<D> document, Function<F, D> write, Function<D, F> read) {

    static final CopyForm<PersonFacts, PersonDocument> INSURED_PERSON = new CopyForm<>(
            "copied_persons", PersonFacts.class, PersonDocument.class, PersonDocument::of, PersonDocument::toFacts);

    static final CopyForm<FilingFacts, FilingDocument> FILING = new CopyForm<>(
            "copied_filings", FilingFacts.class, FilingDocument.class, FilingDocument::of, FilingDocument::toFacts);

    static final CopyForm<InstitutionFacts, InstitutionDocument> INSTITUTION = new CopyForm<>(
            "copied_institutions",
            InstitutionFacts.class,
            InstitutionDocument.class,
            InstitutionDocument::of,
            InstitutionDocument::toFacts);

    static final CopyForm<ConnectivityRow, ConnectivityDocument> CONNECTIVITY = new CopyForm<>(
            "copied_connectivity",
            ConnectivityRow.class,
            ConnectivityDocument.class,
            ConnectivityDocument::of,
            ConnectivityDocument::toFacts);

    static final CopyForm<AgencyFacts, AgencyDocument> AGENCY = new CopyForm<>(
            "copied_agencies", AgencyFacts.class, AgencyDocument.class, AgencyDocument::of, AgencyDocument::toFacts);

    static final CopyForm<UploadFacts, UploadDocument> FILING_UPLOAD = new CopyForm<>(
            "copied_uploads", UploadFacts.class, UploadDocument.class, UploadDocument::of, UploadDocument::toFacts);

    static CopyForm<?, ?> of(CopiedTopic topic) {
        return switch (topic) {
            case INSURED_PERSON -> INSURED_PERSON;
            case FILING -> FILING;
            case INSTITUTION -> INSTITUTION;
            case CONNECTIVITY -> CONNECTIVITY;
            case AGENCY -> AGENCY;
            case FILING_UPLOAD -> FILING_UPLOAD;
        };
    }
}
