package io.crosscare.settlement.audit;

import io.crosscare.settlement.audit.model.Invariant;
import io.crosscare.settlement.audit.model.StoredVisit;
import io.crosscare.settlement.audit.model.Violation;
import io.crosscare.settlement.chain.StoredEntries;
import io.crosscare.settlement.chain.model.Entry;
import io.crosscare.settlement.chain.model.EntryId;
import io.crosscare.settlement.chain.model.External;
import io.crosscare.settlement.chain.model.Settlement;
import io.crosscare.settlement.chain.model.StoredEntry;
import io.crosscare.settlement.chain.model.Undo;
import io.crosscare.settlement.chain.model.VoidedKey;
import io.crosscare.settlement.intent.StoredIntents;
import io.crosscare.settlement.intent.model.StoredIntent;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * I1: every entry that another record names is in its chain. An answer is given only after the record that names its entry was
 * written, so what visits and intents name is what was answered. A place that is empty between others is named by I9 alone.
 */
final class AnsweredEntriesAreStored {

    private static final int VISITS_AT_ONCE = 16;
    private static final int INTENTS_AT_ONCE = 64;

    private final StoredEntries entries;
    private final AuditedRecords records;
    private final StoredIntents intents;
    private final SecondLook secondLook;

    AnsweredEntriesAreStored(
            StoredEntries entries, AuditedRecords records, StoredIntents intents, SecondLook secondLook) {
        this.entries = entries;
        this.records = records;
        this.intents = intents;
        this.secondLook = secondLook;
    }

    /** Whether an entry is gone that nothing else would name: not there, and no empty place between others. */
    Mono<Boolean> isLost(String id) {
        return entries.byIds(List.of(id))
                .hasElements()
                .flatMap(isThere -> isThere ? Mono.just(false) : isBehindTheEnd(id));
    }

    private Mono<Boolean> isBehindTheEnd(String id) {
        return Mono.fromSupplier(() -> EntryId.parse(id))
                .onErrorComplete(IllegalArgumentException.class)
                .flatMap(place -> entries.lastSeq(place.person().value()).map(last -> last < place.seq()))
                .defaultIfEmpty(true);
    }

    private Mono<Map<String, StoredEntry>> found(Stream<String> ids) {
        return entries.byIds(ids.distinct().toList()).collectMap(StoredEntry::id, Function.identity());
    }

    // visits

    Mono<Void> visits(AuditRun run) {
        return records.visits()
                .buffer(VISITS_AT_ONCE)
                .concatMap(visits -> found(visits.stream().flatMap(AnsweredEntriesAreStored::namedBy))
                        .doOnNext(found -> {
                            visits.forEach(visit -> judge(visit, found, run));
                            run.lookedAt(visits.size(), 0);
                        })
                        .then(secondLook.lookIfMany(run)))
                .then();
    }

    private static Stream<String> namedBy(StoredVisit visit) {
        return Stream.concat(
                visit.batches().stream().map(StoredVisit.Batch::settledBy).filter(Objects::nonNull),
                visit.unpublished().stream());
    }

    private void judge(StoredVisit visit, Map<String, StoredEntry> found, AuditRun run) {
        for (StoredVisit.Batch batch : visit.batches()) {
            String named = batch.settledBy();
            if (named != null) {
                run.checked(Invariant.I1, 1);
                judge(visit, batch, named, found.get(named), run);
            }
        }
        for (String waiting : visit.unpublished()) {
            run.checked(Invariant.I8, 1);
            StoredEntry stored = found.get(waiting);
            if (stored == null) {
                run.suspect(
                        lost(waiting, visit.id()),
                        () -> again(visit, one -> one.unpublished().contains(waiting))
                                .flatMap(isStill -> isStill ? isLost(waiting) : Mono.just(false)));
            } else if (ProjectionsEqualTheirOwners.isOverdue(stored, run)) {
                run.suspect(
                        overdue(waiting),
                        () -> again(visit, one -> one.unpublished().contains(waiting)));
            }
        }
    }

    private void judge(
            StoredVisit visit, StoredVisit.Batch batch, String named, @Nullable StoredEntry stored, AuditRun run) {
        if (stored == null) {
            run.suspect(
                    lost(named, visit.id()),
                    () -> again(visit, one -> one.names(named))
                            .flatMap(isStill -> isStill ? isLost(named) : Mono.just(false)));
        } else if (stored.isSound() && !isSettlementOf(visit, batch, stored.entry())) {
            run.suspect(
                    Violation.of(
                            Invariant.I1,
                            visit.id(),
                            "以 " + named + " 为其结算，但那不是它的结算",
                            "names " + named + " as its settlement, and that is another's"),
                    () -> again(visit, one -> one.names(named)));
        }
    }

    private static boolean isSettlementOf(StoredVisit visit, StoredVisit.Batch batch, @Nullable Entry entry) {
        return entry instanceof Settlement settlement
                && settlement.care().visit().value().equals(visit.id())
                && batch.isIn(settlement.care().scope().text());
    }

    private Mono<Boolean> again(StoredVisit visit, Function<StoredVisit, Boolean> condition) {
        return records.visits(List.of(visit.id())).any(condition::apply);
    }

    // intents

    Mono<Void> intents(AuditRun run) {
        return intents.all()
                .buffer(INTENTS_AT_ONCE)
                .concatMap(some -> found(some.stream().map(StoredIntent::entry).filter(Objects::nonNull))
                        .doOnNext(found -> {
                            some.forEach(intent -> judge(intent, found, run));
                            run.lookedAt(0, some.size());
                        })
                        .then(secondLook.lookIfMany(run)))
                .then();
    }

    private void judge(StoredIntent intent, Map<String, StoredEntry> found, AuditRun run) {
        String named = intent.entry();
        if (named == null) {
            return;
        }
        run.checked(Invariant.I1, 1);
        StoredEntry stored = found.get(named);
        if (stored == null) {
            run.suspect(lost(named, "intent"), () -> isLost(named));
            return;
        }
        judgeAnswer(intent, stored, run);
        if (intent.isWaiting()) {
            run.checked(Invariant.I8, 1);
            if (ProjectionsEqualTheirOwners.isOverdue(stored, run)) {
                run.suspect(
                        overdue(named),
                        () -> intents.find(intent.id())
                                .map(StoredIntent::isWaiting)
                                .defaultIfEmpty(false));
            }
        }
    }

    /** I2: who asked under a key was answered with the entry of that key and of that content. */
    private static void judgeAnswer(StoredIntent intent, StoredEntry stored, AuditRun run) {
        Entry entry = stored.entry();
        String requestHash = intent.requestHash();
        if (intent.isAnsweredByAnother() || entry == null || requestHash == null || !stored.isSound()) {
            return;
        }
        run.checked(Invariant.I2, 1);
        String askedUnder = switch (entry) {
            case Undo undo -> undo.callerKey().value();
            case VoidedKey voided -> voided.callerKey().value();
            case External external -> external.callerKey().value();
            case Settlement settlement
            when settlement.replaced() != null ->
                settlement.replaced().callerKey().value();
            default -> entry.key().value();
        };
        if (!askedUnder.equals(intent.key())
                || !requestHash.equals(entry.requestHash().value())) {
            run.violated(Violation.of(
                    Invariant.I2,
                    stored.id(),
                    "不是其意向所要求的键或内容",
                    "has not the key or the content that was asked for when it was answered"));
        }
    }

    private static Violation lost(String entry, String namedBy) {
        return Violation.of(
                Invariant.I1,
                entry,
                "已由 " + namedBy + " 答复，但不在链上",
                "was answered, as " + namedBy + " says, and is not in its chain");
    }

    private static Violation overdue(String entry) {
        return Violation.of(Invariant.I8, entry, "事件等待发出已超过一分钟", "its event has been waiting for more than a minute");
    }
}
