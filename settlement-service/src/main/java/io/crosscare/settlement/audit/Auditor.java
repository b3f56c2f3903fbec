package io.crosscare.settlement.audit;

import io.crosscare.settlement.audit.model.Progress.Stage;
import io.crosscare.settlement.catalogue.Catalogues;
import io.crosscare.settlement.chain.StoredEntries;
import io.crosscare.settlement.direct.StoredBills;
import io.crosscare.settlement.intent.StoredIntents;
import io.crosscare.settlement.policy.PolicyPacks;
import java.time.Duration;
import java.util.function.Supplier;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * Checks every invariant that can exist by now over the whole store, under traffic and in bounded memory: it holds a few
 * portions of entries, one person's places and keys, and one bill at a time.
 */
public final class Auditor {

    private final Sources sources;
    private final Scheduler worker;
    private final Duration pause;
    private final Duration patience;

    /**
     * What is read.
     *
     * @param policies gives them as the store has them now, each time anew
     * @param catalogues as {@code policies}
     */
    public record Sources(
            StoredEntries entries,
            StoredBills bills,
            StoredIntents intents,
            AuditedRecords records,
            ProjectedHeads projectedHeads,
            OwnedRecords ownedRecords,
            Supplier<PolicyPacks> policies,
            Supplier<Catalogues> catalogues) {}

    /**
     * Audits.
     *
     * @param worker on which rules are applied
     * @param pause before something suspicious is looked at again
     * @param patience how long in all an audit waits for work under way
     */
    public Auditor(Sources sources, Scheduler worker, Duration pause, Duration patience) {
        this.sources = sources;
        this.worker = worker;
        this.pause = pause;
        this.patience = patience;
    }

    /** Fills the run; completes when everything was looked at. */
    Mono<Void> audit(AuditRun run) {
        StoredEntries entries = sources.entries();
        var projections = new ProjectionsEqualTheirOwners(entries, sources.records(), sources.projectedHeads());
        var secondLook = new SecondLook(projections, pause, patience);
        var answered = new AnsweredEntriesAreStored(entries, sources.records(), sources.intents(), secondLook);
        var findEvidence = new FindEvidence(
                entries,
                sources.bills(),
                sources.policies().get(),
                sources.catalogues().get());
        var invoices = new InvoicesArePaidOnce(entries, sources.records());
        var chains = new WalkChains(entries, findEvidence, projections, invoices, secondLook, worker);
        var hints = new HintsAreHeads(entries, answered);
        var copies = new CopiesEqualTheirOwners(sources.records(), sources.ownedRecords(), secondLook);
        return stage(run, Stage.CHAINS, chains.walk(run))
                .then(stage(run, Stage.HINTS, hints.check(run)))
                .then(stage(run, Stage.VISITS, answered.visits(run)))
                .then(stage(run, Stage.INTENTS, answered.intents(run).then(projections.refusals(run))))
                .then(stage(run, Stage.COPIES, copies.check(run)))
                .then(stage(run, Stage.SECOND_LOOK, secondLook.look(run)));
    }

    private static Mono<Void> stage(AuditRun run, Stage stage, Mono<Void> work) {
        return Mono.<Void>fromRunnable(() -> run.enter(stage)).then(work);
    }
}
