package io.crosscare.correction.desk.model;

import io.crosscare.correction.deadline.model.CaseKind;
import io.crosscare.correction.deadline.model.Terms;
import io.crosscare.correction.desk.model.Change.Kind;
import io.crosscare.correction.desk.model.Fact.Filed;
import io.crosscare.correction.desk.model.Fact.ScopeEntry;
import io.crosscare.correction.desk.model.Fact.Settled;
import io.crosscare.correction.desk.model.Fact.UploadStated;
import io.crosscare.correction.desk.model.Refusal.FilingVersion;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A correction case (纠错): a cause that turned a person away at the window, from the first refusal to the settlement that
 * proves the cause is gone. A refusal opens it; a settlement of the same scope ends it; a later refusal for the same cause opens
 * it again. What people do with it aside, its state follows from the set of refusals and settlements alone, so it comes out the
 * same when events are repeated, late or in another order. Every method answers the same case when it heard nothing new.
 */
public sealed interface CorrectionCase {

    CaseFile file();

    CaseState state();

    /** The same case when the file has become this: each state knows where it leads. */
    CorrectionCase next(CaseFile file, Instant now);

    /** The cause stands. */
    record Open(CaseFile file) implements CorrectionCase {

        @Override
        public CaseState state() {
            return CaseState.OPEN;
        }

        @Override
        public CorrectionCase next(CaseFile next, Instant now) {
            Optional<Settled> evidence = next.evidence(null);
            return evidence.isEmpty()
                    ? new Open(next)
                    : new Resolved(
                            next.with(next.work().rested())
                                    .changed(Kind.RESOLVED, CaseState.RESOLVED, evidence.get(), now),
                            evidence.get());
        }
    }

    /**
     * The scope has been settled since. Stays so when the settlement is undone: the cause did not return by that.
     *
     * @param evidence the settlement that ended it
     */
    record Resolved(CaseFile file, Settled evidence) implements CorrectionCase {

        @Override
        public CaseState state() {
            return CaseState.RESOLVED;
        }

        @Override
        public CorrectionCase next(CaseFile next, Instant now) {
            Optional<Settled> evidenceNow = next.evidence(evidence);
            return evidenceNow.isEmpty() ? reopened(next, now) : new Resolved(next, evidenceNow.get());
        }
    }

    /**
     * Somebody who had it said that nothing is left to do. A settlement that follows is its evidence; a refusal that follows
     * opens it again.
     */
    record ResolvedByHand(CaseFile file, Resolution resolution) implements CorrectionCase {

        @Override
        public CaseState state() {
            return CaseState.RESOLVED;
        }

        @Override
        public CorrectionCase next(CaseFile next, Instant now) {
            boolean isBack = next.lastRefusal().refusedAt().isAfter(resolution.at());
            return unproven(next, isBack, now).orElseGet(() -> new ResolvedByHand(next, resolution));
        }
    }

    /**
     * The visit was cancelled, by settlement's word in the file, or of a common case each patient's: nothing is left to settle. A
     * settlement that follows is its evidence; a refusal that follows opens it again.
     */
    record Moot(CaseFile file) implements CorrectionCase {

        @Override
        public CaseState state() {
            return CaseState.RESOLVED;
        }

        @Override
        public CorrectionCase next(CaseFile next, Instant now) {
            return unproven(next, !next.work().isMoot(), now).orElseGet(() -> new Moot(next));
        }
    }

    /** What a case that was closed without evidence becomes, with a settlement or with a cause that is back; empty while neither is. */
    private static Optional<CorrectionCase> unproven(CaseFile next, boolean isBack, Instant now) {
        Optional<CorrectionCase> proved = next.evidence(null)
                .map(evidence ->
                        new Resolved(next.changed(Kind.RESOLVED, CaseState.RESOLVED, evidence, now), evidence));
        return proved.or(() -> isBack ? Optional.of(reopened(next, now)) : Optional.empty());
    }

    private static CorrectionCase reopened(CaseFile next, Instant now) {
        return new Open(next.asking().changed(Kind.REOPENED, CaseState.OPEN, null, now));
    }

    /** The case that a refusal opens. */
    static CorrectionCase opened(Refusal refusal, Instant now) {
        return new Open(CaseFile.of(refusal, CaseFile.ALL, Work.begun(now, null), now)
                .changed(Kind.OPENED, CaseState.OPEN, null, now));
    }

    /** A patient of a common case: what is known of the cause is known there. */
    static CorrectionCase joined(Refusal refusal, CaseId group, Instant now) {
        return new Open(CaseFile.of(refusal, Set.of(), Work.begun(now, group), now));
    }

    /** The common case that a first patient opens. */
    static CorrectionCase common(Refusal refusal, CaseId id, Instant now) {
        Reach reach = Reach.of(refusal.institution(), refusal.insuredRegion(), refusal.careRegion());
        Outage outage = new Outage(id, 1, 1, 0, 1, reach);
        return new Open(CaseFile.of(refusal, CaseFile.askedOfCommon(refusal), Work.common(outage), now)
                .changed(Kind.OPENED, CaseState.OPEN, null, now));
    }

    default CaseId id() {
        return file().caseId();
    }

    /** The window refused again. */
    default CorrectionCase refused(Refusal refusal, Instant now) {
        return file().refusals().holds(refusal) ? this : next(file().with(refusal, now), now);
    }

    /** The scope was settled, or a settlement of it undone. */
    default CorrectionCase entered(ScopeEntry entry, Instant now) {
        return file().holds(entry) ? this : next(file().with(entry), now);
    }

    /** A neighbour said something of its own accord. */
    default CorrectionCase learned(Fact fact, Instant now) {
        CaseFile told = file().with(List.of(fact), file().awaited());
        if (told.equals(file())) {
            return this;
        }
        return next(this instanceof Open ? told.with(told.work().hurried(now)) : told, now);
    }

    /** A neighbour answered what it was asked. */
    default CorrectionCase answered(Source source, List<Fact> facts, Instant now) {
        if (!file().awaited().contains(source)) {
            return this;
        }
        Set<Source> stillAwaited = EnumSet.copyOf(file().awaited());
        stillAwaited.remove(source);
        CaseFile told = file().with(facts, stillAwaited);
        boolean isNews = facts.stream().anyMatch(fact -> !file().holds(fact));
        RepairRun run = RepairRun.automatic(
                Repair.ASK_OWNERS,
                now,
                isNews ? RepairRun.Outcome.DONE : RepairRun.Outcome.NOTHING_FOUND,
                source.name());
        return next(told.with(told.work().ran(List.of(run))), now);
    }

    /** Somebody wrote something. The same request again changes nothing, and neither does one too many. */
    default CorrectionCase commented(Comment comment, Instant now) {
        if (file().isFullOfComments() || file().commentOf(comment.receipt()).isPresent()) {
            return this;
        }
        CaseFile written = file().with(comment);
        return switch (this) {
            case Open _ -> new Open(written.changed(Kind.COMMENTED, CaseState.OPEN, null, now));
            case Resolved resolved ->
                new Resolved(
                        written.changed(Kind.COMMENTED, CaseState.RESOLVED, resolved.evidence(), now),
                        resolved.evidence());
            case ResolvedByHand resolved ->
                new ResolvedByHand(
                        written.changed(Kind.COMMENTED, CaseState.RESOLVED, null, now), resolved.resolution());
            case Moot _ -> new Moot(written.changed(Kind.COMMENTED, CaseState.RESOLVED, null, now));
        };
    }

    /** Why an order is not carried out; empty when it is. */
    default Optional<Stop> stops(Order order) {
        return new WorkSteps(this).stops(order);
    }

    /** Somebody does something with the case. The same request again changes nothing, and neither does what is stopped. */
    default CorrectionCase ordered(Order order, Instant now) {
        boolean isDone = file().handling().actOf(order.receipt()).isPresent();
        return isDone || stops(order).isPresent() ? this : new WorkSteps(this).carriedOut(order, now);
    }

    /**
     * Time passes: reminds of a deadline, and passes the case on when it is over. One step at a time; the next office has its
     * whole term, however late that is.
     *
     * @param known offices of the case that are in the suite
     */
    default CorrectionCase timed(Set<Office> known, Instant now) {
        return new WorkSteps(this).timed(known, now);
    }

    /** With the deadlines of the office that has it, where they are not worked out yet. */
    default CorrectionCase dated(Terms terms) {
        Station station = file().handling().stage().station();
        if (!(this instanceof Open) || station.dues() != null) {
            return this;
        }
        Cause cause = file().work().cause();
        String named = cause == null || cause == Cause.NOT_RECOGNISED ? null : cause.name();
        CaseKind kind = terms.kindOf(file().subject().reason().code(), named);
        return new Open(file().due(terms.dues(kind, station.arrivedAt())));
    }

    /**
     * Settlement has previewed the bill again. That it would be settled now is told once. A cancelled visit ends the case, once: who
     * opens it again after that wants more than a settlement.
     */
    default CorrectionCase rechecked(Recheck told, List<RepairRun> runs, Instant now) {
        if (!(this instanceof Open)) {
            return this;
        }
        Work before = file().work();
        CaseFile known = file().with(before.rechecked(told, now).ran(runs));
        if (before.recheck() != null && !told.saysAs(before.recheck())) {
            known = known.asking();
        }
        if (known.work().isCancelled() && !before.isCancelled()) {
            return new Moot(known.with(known.work().rested()).changed(Kind.RESOLVED, CaseState.RESOLVED, null, now));
        }
        boolean isNews = known.work().isReady() && !before.isReady();
        return new Open(isNews ? known.changed(Kind.CAUSE_GONE, CaseState.OPEN, null, now) : known);
    }

    /** Something was repaired, or found to need no repair. */
    default CorrectionCase repaired(List<RepairRun> runs, Instant now) {
        return runs.isEmpty() ? this : next(file().with(file().work().ran(runs)), now);
    }

    /** Something has changed that may have mended the cause: settlement is asked at once. */
    default CorrectionCase hurried(Instant now) {
        return this instanceof Open && file().work().outage() == null
                ? new Open(file().with(file().work().hurried(now)))
                : this;
    }

    /** Everything is to be asked anew. */
    default CorrectionCase asking() {
        return this instanceof Open ? new Open(file().asking()) : this;
    }

    /** What the patients of a common case have come to. It ends with the last of them, and is open again with the next. */
    default CorrectionCase counted(Outage counted, Optional<Settled> last, Instant now) {
        Outage before = file().work().outage();
        if (before == null || counted.equals(before)) {
            return this;
        }
        CaseFile known = file().with(file().work().counted(counted));
        CaseFile proved = last.filter(settled -> !known.holds(settled))
                .map(settled -> known.with(settled))
                .orElse(known);
        // Whoever said that nothing is left to do did not know of those who came since.
        if (this instanceof ResolvedByHand && counted.waiting() > before.waiting()) {
            return reopened(known, now);
        }
        CorrectionCase changed = next(proved, now);
        if (changed instanceof Open && changed.file().work().isMoot()) {
            return new Moot(changed.file().changed(Kind.RESOLVED, CaseState.RESOLVED, null, now));
        }
        boolean isNews = counted.isOver() && !before.isOver() && changed instanceof Open;
        return isNews ? new Open(changed.file().changed(Kind.CAUSE_GONE, CaseState.OPEN, null, now)) : changed;
    }

    /** The rule base has named the cause. */
    default CorrectionCase diagnosed(Cause cause) {
        if (cause == file().work().cause()) {
            return this;
        }
        CaseFile named = file().with(file().work().diagnosed(cause));
        return switch (this) {
            case Open _ -> new Open(named);
            case Resolved resolved -> new Resolved(named, resolved.evidence());
            case ResolvedByHand resolved -> new ResolvedByHand(named, resolved.resolution());
            case Moot _ -> new Moot(named);
        };
    }

    /** Whether the bill, or every bill of a common case, would be settled now. */
    default boolean isReady() {
        Outage outage = file().work().outage();
        return this instanceof Open && (outage == null ? file().work().isReady() : outage.isOver());
    }

    /** Whether people did anything with it: acts, comments, repairs that somebody asked for. */
    default boolean isByHand() {
        return this instanceof ResolvedByHand
                || file().work().runsByHand() > 0
                || !file().comments().isEmpty()
                || file().handling().acts().stream().anyMatch(act -> act.by() != null);
    }

    /** Whether it is the common case of a service that gave no answer: everybody's whom that hit, and no institution's own. */
    default boolean isOfNeighbour() {
        return file().work().outage() != null && file().firstRefusal().peer() != null;
    }

    /**
     * Whether what turned this one away is gone: the bill settles, or, where a fault had stopped it, a rule would refuse it now.
     */
    default boolean isCauseGone() {
        Recheck recheck = file().work().recheck();
        boolean isAnswered = recheck != null && recheck.outcome() == Recheck.Outcome.REFUSED;
        return isReady()
                || (this instanceof Open
                        && isAnswered
                        && file().subject().reason().isFault());
    }

    /** The filings that the upper platform has still to take, as the last refusal knew them; none of any other cause. */
    default List<String> filingsAwaitedUpstream() {
        boolean isWaiting = this instanceof Open && file().subject().reason().equals(Reason.FILING_NOT_YET_UPSTREAM);
        return isWaiting
                ? file().lastRefusal().known().filings().stream()
                        .map(FilingVersion::id)
                        .distinct()
                        .toList()
                : List.of();
    }

    /** Whether a filing's way to the upper platform bears on the cause: the case waits for it, and it says something new. */
    default boolean isConcernedBy(UploadStated upload) {
        Optional<UploadStated> known = file().facts().stream()
                .filter(UploadStated.class::isInstance)
                .map(UploadStated.class::cast)
                .filter(told -> told.filingId().equals(upload.filingId()))
                .max(Comparator.comparingLong(UploadStated::version));
        boolean isNews = known.filter(told -> told.version() >= upload.version() || told.saysAs(upload))
                .isEmpty();
        return isNews && filingsAwaitedUpstream().contains(upload.filingId());
    }

    /** Whether a filing bears on the cause: it covers the region of care, and was made or changed since the first refusal. */
    default boolean isConcernedBy(Filed filing) {
        Refusal first = file().firstRefusal();
        return filing.careRegion().contains(first.careRegion()) && !filing.at().isBefore(first.refusedAt());
    }
}
