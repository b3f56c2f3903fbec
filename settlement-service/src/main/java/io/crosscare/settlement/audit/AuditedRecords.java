package io.crosscare.settlement.audit;

import io.crosscare.settlement.audit.model.CopiedKind;
import io.crosscare.settlement.audit.model.RecordVersion;
import io.crosscare.settlement.audit.model.StoredInvoice;
import io.crosscare.settlement.audit.model.StoredVisit;
import java.time.Instant;
import java.util.Collection;
import reactor.core.publisher.Flux;

/**
 * Port to the records beside the chain: visits and refusals that say something of it, and copies of others' records, as they are stored. All of a kind come in portions; none is
 * refused for being damaged.
 */
public interface AuditedRecords {

    Flux<StoredVisit> visits();

    Flux<StoredVisit> visits(Collection<String> ids);

    /** Who has which of these invoices. */
    Flux<StoredInvoice> invoices(Collection<String> ids);

    /** The versions of copied records that are there. */
    Flux<RecordVersion> copies(CopiedKind kind, Collection<String> ids);

    /** Ids of refusals that were stored before an instant and are not known to be published. */
    Flux<String> refusalsUnpublishedSince(Instant before);
}
