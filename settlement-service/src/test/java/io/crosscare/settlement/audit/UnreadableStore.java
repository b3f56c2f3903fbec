package io.crosscare.settlement.audit;

import io.crosscare.settlement.audit.model.CopiedKind;
import io.crosscare.settlement.audit.model.RecordVersion;
import io.crosscare.settlement.audit.model.StoredInvoice;
import io.crosscare.settlement.audit.model.StoredVisit;
import io.crosscare.settlement.catalogue.CatalogueShelf;
import io.crosscare.settlement.catalogue.InMemoryCatalogues;
import io.crosscare.settlement.chain.StoredEntries;
import io.crosscare.settlement.chain.model.ChainExtent;
import io.crosscare.settlement.chain.model.StoredEntry;
import io.crosscare.settlement.chain.model.StoredHint;
import io.crosscare.settlement.chain.model.StoredText;
import io.crosscare.settlement.direct.StoredBills;
import io.crosscare.settlement.document.InMemoryDocuments;
import io.crosscare.settlement.intent.StoredIntents;
import io.crosscare.settlement.intent.model.StoredIntent;
import io.crosscare.settlement.policy.PolicyShelf;
import java.time.Instant;
import java.util.Collection;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A store that answers nothing. */
final class UnreadableStore implements StoredEntries, StoredBills, StoredIntents, AuditedRecords {

    private UnreadableStore() {}

    static Auditor.Sources sources() {
        UnreadableStore store = new UnreadableStore();
        return new Auditor.Sources(
                store,
                store,
                store,
                store,
                _ -> Flux.empty(),
                new NothingCopied(),
                () -> new PolicyShelf(new InMemoryDocuments()),
                () -> new CatalogueShelf(new InMemoryCatalogues()));
    }

    private static <T> Mono<T> nothing() {
        return Mono.error(new IllegalStateException("the store does not answer"));
    }

    @Override
    public int buckets() {
        return 1;
    }

    @Override
    public Flux<ChainExtent> chainsIn(int bucket) {
        return Flux.from(nothing());
    }

    @Override
    public Flux<String> outsideBuckets() {
        return Flux.from(nothing());
    }

    @Override
    public Flux<StoredEntry> byIds(Collection<String> ids) {
        return Flux.from(nothing());
    }

    @Override
    public Flux<StoredText> texts(Collection<String> ids) {
        return Flux.from(nothing());
    }

    @Override
    public Mono<StoredEntry> byKey(String person, String key) {
        return nothing();
    }

    @Override
    public Mono<Long> lastSeq(String person) {
        return nothing();
    }

    @Override
    public Flux<StoredHint> hints() {
        return Flux.from(nothing());
    }

    @Override
    public Mono<StoredBill> byHash(String hash) {
        return nothing();
    }

    @Override
    public Flux<StoredIntent> all() {
        return Flux.from(nothing());
    }

    @Override
    public Mono<StoredIntent> find(String id) {
        return nothing();
    }

    @Override
    public Flux<StoredVisit> visits() {
        return Flux.from(nothing());
    }

    @Override
    public Flux<StoredInvoice> invoices(Collection<String> ids) {
        return Flux.from(nothing());
    }

    @Override
    public Flux<StoredVisit> visits(Collection<String> ids) {
        return Flux.from(nothing());
    }

    @Override
    public Flux<RecordVersion> copies(CopiedKind kind, Collection<String> ids) {
        return Flux.from(nothing());
    }

    @Override
    public Flux<String> refusalsUnpublishedSince(Instant before) {
        return Flux.from(nothing());
    }
}
