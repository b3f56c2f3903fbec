package io.crosscare.settlement.audit;

import io.crosscare.chassis.id.PersonId;
import io.crosscare.chassis.problem.ProblemException;
import io.crosscare.settlement.audit.AuditRun.ExpectedHead;
import io.crosscare.settlement.audit.ProjectedHeads.ProjectedHead;
import io.crosscare.settlement.audit.model.ChainFact;
import io.crosscare.settlement.audit.model.ChainFact.Covered;
import io.crosscare.settlement.audit.model.ChainReport;
import io.crosscare.settlement.audit.model.Invariant;
import io.crosscare.settlement.audit.model.StoredVisit;
import io.crosscare.settlement.audit.model.Violation;
import io.crosscare.settlement.benefit.model.Wording;
import io.crosscare.settlement.chain.StoredEntries;
import io.crosscare.settlement.chain.model.EntryId;
import io.crosscare.settlement.chain.model.Key;
import io.crosscare.settlement.chain.model.StoredEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * I8: what others keep of the chain is what the chain says. The correction desk has every event; a visit names its live
 * settlements and no undone ones; no refusal waits for a minute to be published.
 */
final class ProjectionsEqualTheirOwners {

    /** An event that is stored this long before the audit began has had its time. */
    static final Duration UNPUBLISHED_MAX = Duration.ofMinutes(1);

    private static final int VISITS_AT_ONCE = 16;
    private static final Wording DESK_SILENT =
            new Wording("纠错服务没有答复其副本到了哪一条", "error-correction-service did not say how far its copy has come");

    private final StoredEntries entries;
    private final AuditedRecords records;
    private final ProjectedHeads projectedHeads;

    ProjectionsEqualTheirOwners(StoredEntries entries, AuditedRecords records, ProjectedHeads projectedHeads) {
        this.entries = entries;
        this.records = records;
        this.projectedHeads = projectedHeads;
    }

    // the correction desk

    Mono<Void> compareHeads(List<ExpectedHead> expected, AuditRun run) {
        return projected(expected, run)
                .flatMapMany(projected ->
                        Flux.fromIterable(expected).concatMap(head -> compare(head, projected.get(head.person()), run)))
                .then();
    }

    /** Those that a projection has not reached yet. */
    Mono<List<ExpectedHead>> behind(List<ExpectedHead> expected, AuditRun run) {
        return Flux.fromIterable(expected)
                .buffer(ProjectedHeads.PERSONS_MAX)
                .concatMap(some -> projected(some, run)
                        .map(projected -> some.stream()
                                .filter(head -> !head.isReachedBy(projectedOf(head, projected)))
                                .toList()))
                .concatMapIterable(some -> some)
                .collectList();
    }

    /** Empty when the desk does not answer, which is noted. */
    private Mono<Map<String, ProjectedHead>> projected(List<ExpectedHead> expected, AuditRun run) {
        if (run.isUnchecked(Invariant.I8)) {
            return Mono.empty();
        }
        return projectedHeads
                .of(expected.stream().map(ExpectedHead::person).toList())
                .collectMap(ProjectedHead::person, Function.identity())
                .doOnNext(_ -> run.checked(Invariant.I8, expected.size()))
                .onErrorResume(ProblemException.class, _ -> {
                    run.unchecked(Invariant.I8, DESK_SILENT);
                    return Mono.empty();
                });
    }

    private Mono<Void> compare(ExpectedHead expected, @Nullable ProjectedHead projected, AuditRun run) {
        if (projected == null || projected.seq() <= expected.seq()) {
            if (!expected.isReachedBy(projectedOf(expected, projected))) {
                run.expect(expected);
            }
            return Mono.empty();
        }
        return compareAhead(expected, projected, run);
    }

    /** What was appended since the chain was walked has arrived already; what the chain never had has not been answered. */
    private Mono<Void> compareAhead(ExpectedHead expected, ProjectedHead projected, AuditRun run) {
        String id = new EntryId(new PersonId(projected.person()), projected.seq()).value();
        return entries.byIds(List.of(id))
                .next()
                .doOnNext(stored -> {
                    if (!stored.hash().equals(projected.hash())) {
                        run.violated(undelivered(new ExpectedHead(expected.person(), projected.seq(), Set.of())));
                    }
                })
                .switchIfEmpty(Mono.fromRunnable(() -> run.violated(Violation.of(
                        Invariant.I1, id, "已作为事件发出，但不在链上", "was published as an event and is not in its chain"))))
                .then();
    }

    private static ProjectedHead projectedOf(ExpectedHead head, Map<String, ProjectedHead> projected) {
        return projectedOf(head, projected.get(head.person()));
    }

    private static ProjectedHead projectedOf(ExpectedHead head, @Nullable ProjectedHead projected) {
        return projected == null ? new ProjectedHead(head.person(), 0, "") : projected;
    }

    static Violation undelivered(ExpectedHead head) {
        return Violation.of(
                Invariant.I8,
                new EntryId(new PersonId(head.person()), head.seq()).value(),
                "纠错服务没有收到它的事件，或收到的内容不同",
                "its event has not reached the correction desk, or another has");
    }

    // visits

    Mono<Void> compareVisits(ChainReport report, AuditRun run) {
        Map<String, List<ChainFact>> byVisit = report.facts().stream()
                .filter(fact -> fact.covered() != null)
                .collect(Collectors.groupingBy(ProjectionsEqualTheirOwners::visitOf));
        return Flux.fromIterable(byVisit.keySet())
                .buffer(VISITS_AT_ONCE)
                .concatMap(ids -> records.visits(ids)
                        .collectMap(StoredVisit::id, Function.identity())
                        .doOnNext(found -> ids.forEach(id ->
                                compare(report.person(), byVisit.getOrDefault(id, List.of()), found.get(id), run))))
                .then();
    }

    private void compare(String person, List<ChainFact> settlements, @Nullable StoredVisit visit, AuditRun run) {
        run.checked(Invariant.I8, settlements.size());
        for (ChainFact settlement : settlements) {
            if (settlement.isUndone()) {
                if (visit != null && visit.names(settlement.id())) {
                    run.suspect(
                            Violation.of(
                                    Invariant.I8,
                                    visit.id(),
                                    "仍以已撤销的 " + settlement.id() + " 为其结算",
                                    "still names " + settlement.id() + ", which is undone"),
                            () -> isNamed(visit.id(), settlement));
                }
            } else if (!isKnown(visit, settlement)) {
                run.suspect(
                        Violation.of(
                                Invariant.I8,
                                visitOf(settlement),
                                "不知道其有效的结算 " + settlement.id(),
                                "does not know " + settlement.id() + ", its live settlement"),
                        () -> isUnknown(person, settlement));
            }
        }
    }

    private Mono<Boolean> isNamed(String visit, ChainFact settlement) {
        return records.visits(List.of(visit)).any(again -> again.names(settlement.id()));
    }

    private Mono<Boolean> isUnknown(String person, ChainFact settlement) {
        Mono<Boolean> isKnownToVisit =
                records.visits(List.of(visitOf(settlement))).any(again -> isKnown(again, settlement));
        Mono<Boolean> isUndoneMeanwhile = entries.byKey(
                        person, Key.undoOf(new Key(settlement.key())).value())
                .hasElement();
        return Mono.zip(isKnownToVisit, isUndoneMeanwhile, (isKnown, isUndone) -> !isKnown && !isUndone);
    }

    /** A batch that names another entry is not this rule's to judge. */
    private static boolean isKnown(@Nullable StoredVisit visit, ChainFact settlement) {
        Covered covered = settlement.covered();
        if (visit == null || covered == null) {
            return false;
        }
        boolean isApart =
                visit.batches().stream().anyMatch(batch -> covered.scope().equals(batch.part()));
        List<StoredVisit.Batch> batches = visit.batches().stream()
                .filter(batch -> batch.isIn(covered.scope()) && isApart == (batch.part() != null))
                .toList();
        return !batches.isEmpty() && batches.stream().allMatch(batch -> batch.settledBy() != null);
    }

    private static String visitOf(ChainFact settlement) {
        Covered covered = settlement.covered();
        return covered == null ? "" : covered.visit();
    }

    // events that wait

    /** Whether the event of an entry has had its time before the audit began. */
    static boolean isOverdue(StoredEntry stored, AuditRun run) {
        Instant at = stored.recordedAt();
        return at != null && at.isBefore(run.startedAt().minus(UNPUBLISHED_MAX));
    }

    Mono<Void> refusals(AuditRun run) {
        Instant before = run.startedAt().minus(UNPUBLISHED_MAX);
        return records.refusalsUnpublishedSince(before)
                .doOnNext(id -> run.suspect(
                        Violation.of(
                                Invariant.I8,
                                id,
                                "拒付事件等待发出已超过一分钟",
                                "its event has been waiting for more than a minute"),
                        () -> records.refusalsUnpublishedSince(before).any(id::equals)))
                .then();
    }
}
