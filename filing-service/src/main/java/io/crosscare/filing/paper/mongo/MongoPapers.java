package io.crosscare.filing.paper.mongo;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.crosscare.chassis.crypto.FieldCipher;
import io.crosscare.chassis.id.InstitutionCode;
import io.crosscare.chassis.mongo.DuplicateKey;
import io.crosscare.chassis.mongo.Index;
import io.crosscare.chassis.mongo.Indexes;
import io.crosscare.filing.lodging.model.DoctorTitle;
import io.crosscare.filing.lodging.model.FilingId;
import io.crosscare.filing.paper.Papers;
import io.crosscare.filing.paper.model.FilingForm;
import io.crosscare.filing.paper.model.KeptForm;
import io.crosscare.filing.paper.model.Scan;
import io.crosscare.filing.paper.model.ScanRead;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.bson.types.Binary;
import org.bson.types.ObjectId;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Papers, one document each; the content of a scan stands in a document of its own, which is written first: content without
 * a scan is never shown. Two unique names, of number and of request, decide every race.
 */
public final class MongoPapers implements Papers {

    private static final String SCANS = "filing_scans";
    private static final String CONTENTS = "filing_scan_contents";
    private static final String READS = "filing_scan_reads";
    private static final String FORMS = "filing_forms";
    private static final String FILING = "filingId";
    private static final String KEY = "receiptKey";
    private static final String DIAGNOSIS = "filing-form.diagnosis:";
    private static final String CONTENT = "filing-scan.content:";

    public static final Indexes INDEXES = new Indexes(List.of(
            Index.unique(SCANS, KEY),
            Index.unique(FORMS, KEY),
            Index.on(SCANS, FILING),
            Index.on(FORMS, FILING),
            Index.on(READS, FILING)));

    private final MongoCollection<ScanDocument> scans;
    private final MongoCollection<ScanContentDocument> contents;
    private final MongoCollection<ScanReadDocument> reads;
    private final MongoCollection<FormDocument> forms;
    private final FieldCipher cipher;

    public MongoPapers(MongoDatabase database, FieldCipher cipher) {
        this.scans = database.getCollection(SCANS, ScanDocument.class);
        this.contents = database.getCollection(CONTENTS, ScanContentDocument.class);
        this.reads = database.getCollection(READS, ScanReadDocument.class);
        this.forms = database.getCollection(FORMS, FormDocument.class);
        this.cipher = cipher;
    }

    @Override
    public Mono<List<Scan>> scansOf(FilingId filing) {
        return Flux.from(scans.find(Filters.eq(FILING, filing.value())))
                .map(ScanDocument::toScan)
                .sort(Comparator.comparingInt(Scan::number))
                .collectList();
    }

    @Override
    public Mono<ReceiptedScan> findScanByKey(String key) {
        return Mono.from(scans.find(Filters.eq(KEY, key)).first())
                .map(document -> new ReceiptedScan(document.toScan(), document.receiptContent()));
    }

    /** The content is named by the request, so that two scans that race for a number do not touch each other's. */
    @Override
    public Mono<Boolean> addScan(Scan scan, String base64, String key, String said) {
        String name = nameOf(key, said);
        Binary sealed = new Binary(cipher.encrypt(CONTENT + name, base64));
        return Mono.defer(() -> Mono.from(contents.insertOne(new ScanContentDocument(name, sealed))))
                .then()
                .onErrorResume(DuplicateKey::isIn, _ -> Mono.empty())
                .then(Mono.defer(() -> Mono.from(scans.insertOne(ScanDocument.of(scan, key, said)))))
                .thenReturn(true)
                .onErrorResume(DuplicateKey::isIn, _ -> Mono.just(false));
    }

    @Override
    public Mono<String> contentOf(FilingId filing, int number) {
        return Mono.from(scans.find(Filters.eq("_id", ScanDocument.idOf(filing, number)))
                        .first())
                .map(scan -> nameOf(scan.receiptKey(), scan.receiptContent()))
                .flatMap(
                        name -> Mono.from(contents.find(Filters.eq("_id", name)).first()))
                .map(document -> cipher.decrypt(
                        CONTENT + document.id(), document.content().getData()));
    }

    private static String nameOf(String key, String said) {
        return key + ":" + said;
    }

    @Override
    public Mono<Void> noteRead(ScanRead read) {
        return Mono.defer(() -> Mono.from(reads.insertOne(new ScanReadDocument(
                        new ObjectId(), read.filingId().value(), read.number(), read.at(), read.by()))))
                .then();
    }

    @Override
    public Flux<ScanRead> readsOf(FilingId filing, int limit) {
        return Flux.from(reads.find(Filters.eq(FILING, filing.value()))
                        .sort(Sorts.descending("at"))
                        .limit(limit))
                .map(ScanReadDocument::toRead);
    }

    @Override
    public Mono<List<KeptForm>> formsOf(FilingId filing) {
        return Flux.from(forms.find(Filters.eq(FILING, filing.value())))
                .map(this::open)
                .sort(Comparator.comparingInt(KeptForm::number))
                .collectList();
    }

    @Override
    public Mono<ReceiptedForm> findFormByKey(String key) {
        return Mono.from(forms.find(Filters.eq(KEY, key)).first())
                .map(document -> new ReceiptedForm(open(document), document.receiptContent()));
    }

    @Override
    public Mono<Boolean> addForm(KeptForm form, String key, String said) {
        return Mono.defer(() -> Mono.from(forms.insertOne(seal(form, key, said))))
                .thenReturn(true)
                .onErrorResume(DuplicateKey::isIn, _ -> Mono.just(false));
    }

    private FormDocument seal(KeptForm kept, String key, String said) {
        String id = ScanDocument.idOf(kept.filingId(), kept.number());
        String filing = kept.filingId().value();
        String day = kept.form().signedOn().toString();
        return switch (kept.form()) {
            case FilingForm.SettlementForm form ->
                new FormDocument(
                        id,
                        filing,
                        kept.number(),
                        form.isSigned(),
                        form.isStamped(),
                        day,
                        null,
                        null,
                        null,
                        null,
                        kept.addedAt(),
                        kept.by(),
                        key,
                        said);
            case FilingForm.TransferForm form ->
                new FormDocument(
                        id,
                        filing,
                        kept.number(),
                        form.isSigned(),
                        form.isStamped(),
                        day,
                        form.institution().value(),
                        form.department(),
                        new Binary(cipher.encrypt(DIAGNOSIS + id, form.diagnosis())),
                        form.doctorTitle().name(),
                        kept.addedAt(),
                        kept.by(),
                        key,
                        said);
        };
    }

    private KeptForm open(FormDocument document) {
        String institution = document.institution();
        String department = document.department();
        String title = document.doctorTitle();
        Binary diagnosis = document.diagnosis();
        LocalDate day = LocalDate.parse(document.signedOn());
        FilingForm form = institution == null || department == null || title == null || diagnosis == null
                ? new FilingForm.SettlementForm(document.signed(), document.stamped(), day)
                : new FilingForm.TransferForm(
                        new InstitutionCode(institution),
                        department,
                        cipher.decrypt(DIAGNOSIS + document.id(), diagnosis.getData()),
                        DoctorTitle.valueOf(title),
                        document.signed(),
                        document.stamped(),
                        day);
        return new KeptForm(
                new FilingId(document.filingId()), document.number(), form, document.addedAt(), document.by());
    }
}
