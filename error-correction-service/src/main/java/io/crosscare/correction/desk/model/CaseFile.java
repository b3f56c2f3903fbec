package io.crosscare.correction.desk.model;

import io.crosscare.correction.deadline.model.Dues;
import io.crosscare.correction.desk.model.Fact.ScopeEntry;
import io.crosscare.correction.desk.model.Fact.Settled;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All that is known of a case in whatever state. Refusals, entries and facts are sets: adding a member twice changes nothing,
 * and their order of arrival leaves no trace. Everything is bounded; what is oldest gives way.
 *
 * @param entries of the person's chain that settled the scope or undid that, in chain order
 * @param facts what neighbours said, in order of time
 * @param awaited neighbours that have not answered yet
 * @param work what the desk itself found out and did
 * @param handling how people work on it
 * @param changes the latest steps, and every step that is not known to be published
 * @param seq of the last step
 * @param announced seq of the last step that is known to be published
 * @param version of the stored form this was read from; 0 for a case that is not stored yet
 */
public record CaseFile(
        CaseSubject subject,
        RefusalHistory refusals,
        List<ScopeEntry> entries,
        List<Fact> facts,
        Set<Source> awaited,
        List<Comment> comments,
        Work work,
        Handling handling,
        List<Change> changes,
        long seq,
        long announced,
        long version) {

    public static final int ENTRIES_MAX = 40;
    public static final int FACTS_MAX = 60;
    public static final int COMMENTS_MAX = 100;
    public static final int CHANGES_MAX = 50;

    static final Set<Source> ALL = Set.of(Source.values());

    public CaseFile {
        entries = List.copyOf(entries);
        facts = List.copyOf(facts);
        awaited = awaited.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(awaited));
        comments = List.copyOf(comments);
        changes = List.copyOf(changes);
    }

    /**
     * The file that a refusal opens.
     *
     * @param asked who is asked about it
     */
    static CaseFile of(Refusal refusal, Set<Source> asked, Work work, Instant now) {
        return new CaseFile(
                refusal.subject(),
                RefusalHistory.of(refusal),
                List.of(),
                List.of(),
                asked,
                List.of(),
                work,
                Handling.begun(Office.lineOf(refusal).getFirst(), now),
                List.of(),
                0,
                0,
                0);
    }

    public Refusal lastRefusal() {
        return refusals.last();
    }

    public Refusal firstRefusal() {
        return refusals.first();
    }

    /** The comment written by the request with this key. */
    public Optional<Comment> commentOf(Comment.Receipt receipt) {
        return comments.stream()
                .filter(comment -> comment.receipt().key().equals(receipt.key()))
                .findFirst();
    }

    public boolean isFullOfComments() {
        return comments.size() >= COMMENTS_MAX;
    }

    /**
     * The settlement that ends the case: the earliest that was recorded no sooner than the last refusal. What was refused
     * because it is settled already ends with the settlement it ran into, which came before.
     *
     * @param present one that ended it so far, should it no longer be among the entries kept
     */
    Optional<Settled> evidence(@Nullable Settled present) {
        Outage outage = work.outage();
        if (outage != null && outage.waiting() > 0) {
            return Optional.empty();
        }
        List<Settled> settlements = Stream.concat(
                        Stream.ofNullable(present),
                        entries.stream().filter(Settled.class::isInstance).map(Settled.class::cast))
                .sorted(Comparator.comparingLong(Settled::seq))
                .toList();
        Instant lastStood = lastStoodAt();
        Optional<Settled> since = settlements.stream()
                .filter(settlement -> !settlement.at().isBefore(lastStood))
                .findFirst();
        boolean endsWithEarlier = subject.reason().equals(Reason.ALREADY_SETTLED)
                && handling.reopenedAt() == null
                && !settlements.isEmpty();
        return since.isEmpty() && endsWithEarlier ? Optional.of(settlements.getLast()) : since;
    }

    /** When the cause was seen last: by the window, or by whoever opened the case again. */
    private Instant lastStoodAt() {
        Instant reopenedAt = handling.reopenedAt();
        Instant lastRefused = lastRefusal().refusedAt();
        return reopenedAt == null || reopenedAt.isBefore(lastRefused) ? lastRefused : reopenedAt;
    }

    CaseFile with(Refusal refusal, Instant now) {
        RefusalHistory counted = refusals.with(refusal);
        boolean isLatest = counted.last().equals(refusal);
        return new CaseFile(
                subject,
                counted,
                entries,
                facts,
                awaited,
                comments,
                isLatest ? work.refused(refusal, now) : work,
                handling,
                changes,
                seq,
                announced,
                version);
    }

    CaseFile with(ScopeEntry entry) {
        List<ScopeEntry> all = Stream.concat(entries.stream(), Stream.of(entry))
                .sorted(Comparator.comparingLong(ScopeEntry::seq))
                .toList();
        return new CaseFile(
                subject,
                refusals,
                latest(all, ENTRIES_MAX),
                facts,
                awaited,
                comments,
                work,
                handling,
                changes,
                seq,
                announced,
                version);
    }

    CaseFile with(List<Fact> told, Set<Source> stillAwaited) {
        List<Fact> all = Stream.concat(facts.stream(), told.stream().filter(fact -> !holds(fact)))
                .sorted(Fact.IN_ORDER)
                .toList();
        return new CaseFile(
                subject,
                refusals,
                entries,
                latest(all, FACTS_MAX),
                stillAwaited,
                comments,
                work,
                handling,
                changes,
                seq,
                announced,
                version);
    }

    CaseFile with(Comment comment) {
        return new CaseFile(
                subject,
                refusals,
                entries,
                facts,
                awaited,
                Stream.concat(comments.stream(), Stream.of(comment)).toList(),
                work,
                handling,
                changes,
                seq,
                announced,
                version);
    }

    CaseFile with(Work found) {
        return new CaseFile(
                subject, refusals, entries, facts, awaited, comments, found, handling, changes, seq, announced,
                version);
    }

    /** The common case is named by what is broken, every other by its subject. */
    CaseId caseId() {
        Outage outage = work.outage();
        return outage == null ? subject.caseId() : outage.id();
    }

    /** With everything to be asked anew: what was known may have changed since. */
    CaseFile asking() {
        boolean isCommon = work.outage() != null;
        return with(List.of(), isCommon ? askedOfCommon(firstRefusal()) : work.group() == null ? ALL : Set.of());
    }

    /** Who is asked about a common case: of an institution its record; about a silent service there is nobody to ask. */
    static Set<Source> askedOfCommon(Refusal refusal) {
        return refusal.peer() == null ? Set.of(Source.REGISTRY) : Set.of();
    }

    /**
     * A step, and with it the work on the case: what is resolved is done, what returns is to be done again. What happens to a
     * patient of a common case is told with that case.
     */
    CaseFile changed(Change.Kind kind, CaseState state, @Nullable Settled evidence, Instant now) {
        boolean isDone = handling.stage() instanceof Stage.Done;
        Handling then = switch (state) {
            case OPEN -> isDone ? handling.begunAgain(now) : handling;
            case RESOLVED -> isDone ? handling : handling.done();
        };
        if (work.group() != null) {
            return handled(then);
        }
        Change change = new Change(
                seq + 1, kind, now, state, refusals.count(), lastRefusal().refusedAt(), evidence, Standing.of(then));
        List<Change> all = Stream.concat(changes.stream(), Stream.of(change)).toList();
        List<Change> kept = all.stream()
                .filter(one -> one.seq() > announced || one.seq() > seq + 1 - CHANGES_MAX)
                .toList();
        return new CaseFile(
                subject, refusals, entries, facts, awaited, comments, work, then, kept, seq + 1, announced, version);
    }

    CaseFile handled(Handling now) {
        return new CaseFile(
                subject, refusals, entries, facts, awaited, comments, work, now, changes, seq, announced, version);
    }

    /** With the deadlines of the office that has it, also in what is still to be told of its steps there. */
    CaseFile due(Dues dues) {
        Handling dated = handling.due(dues);
        List<Change> completed = changes.stream()
                .map(change -> change.seq() > announced
                        ? change.completed(dated.stage().station())
                        : change)
                .toList();
        return new CaseFile(
                subject, refusals, entries, facts, awaited, comments, work, dated, completed, seq, announced, version);
    }

    boolean holds(ScopeEntry entry) {
        boolean isBeforeAllKept = entries.size() == ENTRIES_MAX
                && entry.seq() < entries.getFirst().seq();
        return isBeforeAllKept || entries.stream().anyMatch(one -> one.entryId().equals(entry.entryId()));
    }

    boolean holds(Fact fact) {
        return facts.stream().anyMatch(one -> one.key().equals(fact.key()));
    }

    private static <T> List<T> latest(List<T> sorted, int max) {
        return sorted.subList(Math.max(0, sorted.size() - max), sorted.size());
    }
}
