package io.crosscare.filing.paper;

import io.crosscare.filing.lodging.model.FilingId;
import io.crosscare.filing.paper.model.KeptForm;
import io.crosscare.filing.paper.model.Scan;
import io.crosscare.filing.paper.model.ScanRead;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Port to the papers of filings. Content and what forms say of an illness is encrypted. */
public interface Papers {

    /** A scan, and the request that brought it as keyed hashes. */
    record ReceiptedScan(Scan scan, String content) {}

    /** A form, and the request that brought it as keyed hashes. */
    record ReceiptedForm(KeptForm form, String content) {}

    Mono<List<Scan>> scansOf(FilingId filing);

    Mono<ReceiptedScan> findScanByKey(String key);

    /**
     * Adds a scan; false where its number or its key is taken, and nothing has changed.
     *
     * @param key of the request, unique for ever
     * @param said what the request said
     */
    Mono<Boolean> addScan(Scan scan, String base64, String key, String said);

    /** As Base64. */
    Mono<String> contentOf(FilingId filing, int number);

    /** Notes that somebody looks at a scan. */
    Mono<Void> noteRead(ScanRead read);

    /** The latest looks at a filing's scans, the last first. */
    Flux<ScanRead> readsOf(FilingId filing, int limit);

    Mono<List<KeptForm>> formsOf(FilingId filing);

    Mono<ReceiptedForm> findFormByKey(String key);

    /** Adds a form, as {@link #addScan} adds a scan. */
    Mono<Boolean> addForm(KeptForm form, String key, String said);
}
