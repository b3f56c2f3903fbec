package io.crosscare.settlement.audit;

import io.crosscare.chassis.id.PersonId;
import io.crosscare.settlement.audit.AuditRun.ExpectedHead;
import io.crosscare.settlement.audit.model.ChainAudit;
import io.crosscare.settlement.audit.model.ChainReport;
import io.crosscare.settlement.audit.model.Evidence;
import io.crosscare.settlement.audit.model.Invariant;
import io.crosscare.settlement.audit.model.Violation;
import io.crosscare.settlement.chain.StoredEntries;
import io.crosscare.settlement.chain.model.ChainExtent;
import io.crosscare.settlement.chain.model.EntryId;
import io.crosscare.settlement.chain.model.StoredEntry;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * Walks all chains, bucket by bucket and each from its first place to the last one that is taken when it is reached; what is
 * appended meanwhile is left to the next audit. A chain is read in portions by exact ids, a bill at a time.
 */
final class WalkChains {

    private static final int ENTRIES_AT_ONCE = 64;
    private static final int CHAINS_AT_ONCE = 4;

    private final StoredEntries entries;
    private final FindEvidence findEvidence;
    private final ProjectionsEqualTheirOwners projections;
    private final InvoicesArePaidOnce invoices;
    private final SecondLook secondLook;
    private final Scheduler worker;

    /**
     * Walks.
     *
     * @param worker on which rules are applied, away from the threads that serve requests
     */
    WalkChains(
            StoredEntries entries,
            FindEvidence findEvidence,
            ProjectionsEqualTheirOwners projections,
            InvoicesArePaidOnce invoices,
            SecondLook secondLook,
            Scheduler worker) {
        this.entries = entries;
        this.findEvidence = findEvidence;
        this.projections = projections;
        this.invoices = invoices;
        this.secondLook = secondLook;
        this.worker = worker;
    }

    Mono<Void> walk(AuditRun run) {
        return Flux.range(0, entries.buckets())
                .concatMap(bucket -> walk(bucket, run))
                .thenMany(entries.outsideBuckets())
                .doOnNext(id -> run.violated(Violation.of(
                        Invariant.I9, id, "分录不在任何分桶中，无人能在链上找到它", "is in no bucket, where no chain is looked for")))
                .then();
    }

    private Mono<Void> walk(int bucket, AuditRun run) {
        return entries.chainsIn(bucket)
                .flatMap(extent -> walk(extent, run), CHAINS_AT_ONCE)
                .buffer(ProjectedHeads.PERSONS_MAX)
                .concatMap(heads -> projections.compareHeads(heads, run))
                .then(Mono.fromRunnable(run::bucketDone))
                .then(secondLook.lookIfMany(run));
    }

    private Mono<ExpectedHead> walk(ChainExtent extent, AuditRun run) {
        return Flux.fromIterable(extent.seqs())
                .map(seq -> new EntryId(new PersonId(extent.person()), seq).value())
                .buffer(ENTRIES_AT_ONCE)
                .concatMap(entries::byIds, 1)
                .concatMap(this::withEvidence, 1)
                .publishOn(worker, 1)
                .reduceWith(
                        () -> new ChainAudit(extent), (audit, found) -> audit.next(found.stored(), found.evidence()))
                .map(ChainAudit::end)
                .doOnNext(report -> run.walked(report, extent.seqs().size()))
                .flatMap(report -> projections
                        .compareVisits(report, run)
                        .then(invoices.check(report, run))
                        .then(headOf(report)));
    }

    /** Empty where there is no entry that could be told of. */
    private static Mono<ExpectedHead> headOf(ChainReport report) {
        return report.lastHashes().isEmpty()
                ? Mono.empty()
                : Mono.just(new ExpectedHead(report.person(), report.lastSeq(), report.lastHashes()));
    }

    private Mono<Found> withEvidence(StoredEntry stored) {
        return findEvidence.of(stored).map(evidence -> new Found(stored, evidence));
    }

    private record Found(StoredEntry stored, Evidence evidence) {}
}
