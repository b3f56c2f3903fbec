package io.crosscare.simulator.check;

import com.mongodb.reactivestreams.client.MongoDatabase;
import io.crosscare.chassis.id.PersonId;
import io.crosscare.correction.chain.model.PersonHead;
import io.crosscare.correction.chain.mongo.MongoHeads;
import io.crosscare.correction.desk.model.Fact.ScopeEntry;
import io.crosscare.correction.desk.model.VisitScope;
import io.crosscare.correction.desk.mongo.MongoScopeEntries;
import io.crosscare.settlement.audit.model.ChainAudit;
import io.crosscare.settlement.audit.model.Evidence;
import io.crosscare.settlement.audit.model.Invariant;
import io.crosscare.settlement.audit.model.Tally;
import io.crosscare.settlement.benefit.model.Wording;
import io.crosscare.settlement.chain.model.Care;
import io.crosscare.settlement.chain.model.ChainExtent;
import io.crosscare.settlement.chain.model.Entry;
import io.crosscare.settlement.chain.model.EntryId;
import io.crosscare.settlement.chain.model.Settlement;
import io.crosscare.settlement.chain.model.StoredEntry;
import io.crosscare.settlement.chain.model.StoredHint;
import io.crosscare.settlement.chain.model.Undo;
import io.crosscare.settlement.chain.model.VisitId;
import io.crosscare.settlement.chain.mongo.MongoStoredEntries;
import io.crosscare.settlement.direct.model.FrozenBill;
import io.crosscare.settlement.direct.mongo.MongoBills;
import io.crosscare.settlement.visit.model.FeeSheet;
import io.crosscare.settlement.visit.model.Visit;
import io.crosscare.settlement.visit.mongo.MongoVisits;
import io.crosscare.simulator.suite.Packs;
import io.crosscare.simulator.suite.World;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import reactor.core.scheduler.Schedulers;

/**
 * Holds a world at rest against the invariants: each chain by the auditor's own rules, the copies against the chains, and both
 * against what clients were told.
 */
public final class Checks {

    private final World world;
    private final Packs packs;
    private final MongoDatabase database;
    private final MongoStoredEntries entries;
    private final Map<PersonId, List<StoredEntry>> chains = new HashMap<>();
    private final List<Finding> findings = new ArrayList<>();

    private Checks(World world, Packs packs) {
        this.world = world;
        this.packs = packs;
        this.database = world.beside();
        this.entries = new MongoStoredEntries(database, Schedulers.immediate());
    }

    /** What does not hold. */
    public static List<Finding> of(World world, Packs packs) {
        Checks checks = new Checks(world, packs);
        if (!world.isAtRest()) {
            checks.found("I16", "the world did not come to rest");
        }
        world.persons().forEach(checks::person);
        checks.visits();
        world.parked().forEach(what -> checks.found("I8", "parked: " + what));
        return List.copyOf(checks.findings);
    }

    private void found(String invariant, String what) {
        findings.add(new Finding(invariant, what));
    }

    private void person(PersonId person) {
        ChainExtent extent = extent(person);
        List<String> ids = extent.seqs().stream()
                .map(seq -> new EntryId(person, seq).value())
                .toList();
        List<StoredEntry> stored =
                Objects.requireNonNull(entries.byIds(ids).collectList().block());
        chains.put(person, stored);
        audit(extent, stored);
        List<Entry> chain =
                stored.stream().map(StoredEntry::entry).filter(Objects::nonNull).toList();
        slots(chain);
        findings.addAll(new JournalChecks(world.journal(), person, chain).findings());
        projection(person, chain);
        hint(person, chain);
    }

    private ChainExtent extent(PersonId person) {
        int bucket = Math.floorMod(person.value().hashCode(), entries.buckets());
        return Objects.requireNonNull(entries.chainsIn(bucket)
                .filter(extent -> extent.person().equals(person.value()))
                .next()
                .defaultIfEmpty(new ChainExtent(person.value(), List.of(), List.of()))
                .block());
    }

    private void audit(ChainExtent extent, List<StoredEntry> stored) {
        Map<String, StoredEntry> byId = stored.stream().collect(Collectors.toMap(StoredEntry::id, Function.identity()));
        ChainAudit audit = new ChainAudit(extent);
        stored.forEach(one -> audit.next(one, evidence(one, byId)));
        Tally tally = audit.end().tally();
        for (Invariant invariant : Invariant.values()) {
            tally.of(invariant)
                    .listed()
                    .forEach(violation -> found(
                            invariant.name(),
                            violation.record() + " " + violation.detail().en()));
        }
    }

    private Evidence evidence(StoredEntry stored, Map<String, StoredEntry> byId) {
        return switch (stored.entry()) {
            case Settlement settlement -> {
                FrozenBill bill = new MongoBills(database)
                        .byHash(settlement.basis().billHash())
                        .block();
                yield bill == null
                        ? new Evidence.Lacking(new Wording("账单不存在", "its bill is not in the store"))
                        : new Evidence.Priced(
                                bill, packs.policy().pack(), packs.catalogue().catalogue());
            }
            case Undo undo -> new Evidence.Original(byId.get(undo.original().value()));
            case null, default -> Evidence.NONE;
        };
    }

    /** I3: the register that keeps a scope from being settled twice holds each of its names once. */
    private void slots(List<Entry> chain) {
        Set<String> taken = new HashSet<>();
        chain.stream()
                .filter(entry -> !taken.add(entry.slot().value()))
                .forEach(entry -> found("I3", entry.id() + " has a slot that was taken"));
    }

    /** The consumer has followed to the end, and has kept what it met on the way. */
    private void projection(PersonId person, List<Entry> chain) {
        PersonHead head =
                Objects.requireNonNull(new MongoHeads(database).of(person).block());
        PersonHead expected = chain.isEmpty()
                ? PersonHead.none(person)
                : new PersonHead(
                        person,
                        chain.getLast().link().seq(),
                        chain.getLast().hash().value());
        if (!head.equals(expected)) {
            found("I8", "the consumer is at " + head.seq() + " of " + expected.seq() + " of " + person);
        }
        Map<VisitScope, Set<String>> byScope = new TreeMap<>(Comparator.comparing(VisitScope::key));
        chain.forEach(entry -> {
            VisitScope scope = scopeOf(person, entry);
            if (scope != null) {
                byScope.computeIfAbsent(scope, _ -> new HashSet<>())
                        .add(entry.id().value());
            }
        });
        byScope.forEach((scope, expectedIds) -> {
            Set<String> kept = Objects.requireNonNull(new MongoScopeEntries(database)
                    .of(scope)
                    .map(ScopeEntry::entryId)
                    .collect(Collectors.toSet())
                    .block());
            if (!kept.equals(expectedIds)) {
                found(
                        "I8",
                        "the consumer has kept " + kept.size() + " of " + expectedIds.size() + " of " + scope.key());
            }
        });
    }

    private static @Nullable VisitScope scopeOf(PersonId person, Entry entry) {
        return switch (entry) {
            case Settlement settlement -> scope(person, settlement.care());
            case Undo undo -> scope(person, undo.care());
            default -> null;
        };
    }

    private static VisitScope scope(PersonId person, Care care) {
        String text = care.scope().text();
        return new VisitScope(person, care.visit().value(), text.substring(text.indexOf('-') + 1));
    }

    /** A hint may lag; what it says was true. */
    private void hint(PersonId person, List<Entry> chain) {
        for (StoredHint hint :
                Objects.requireNonNull(entries.hints().collectList().block())) {
            if (hint.person().equals(person.value())
                    && chain.stream()
                            .noneMatch(entry -> entry.link().seq() == hint.seq()
                                    && entry.hash().value().equals(hint.hash()))) {
                found("I8", "a hint names a head that never was: " + hint.seq());
            }
        }
    }

    /** A visit names, batch by batch, the settlement that is live, and nothing else. */
    private void visits() {
        MongoVisits visits = new MongoVisits(database, world.ids());
        for (VisitId id : world.visits()) {
            Visit visit = Objects.requireNonNull(visits.find(id).block());
            Map<String, String> live = liveIn(visit);
            for (FeeSheet.Batch batch : visit.fees().batches()) {
                EntryId settledBy = batch.settledBy();
                String named = settledBy == null ? null : settledBy.value();
                if (!Objects.equals(named, live.get(batch.name()))) {
                    found(
                            "I8",
                            "batch " + batch.name() + " of " + id + " names " + named + ", live is "
                                    + live.get(batch.name()));
                }
            }
        }
    }

    private Map<String, String> liveIn(Visit visit) {
        Map<String, String> live = new TreeMap<>();
        chains.getOrDefault(visit.registration().person(), List.of()).forEach(stored -> {
            if (stored.entry() instanceof Settlement settlement
                    && settlement.care().visit().equals(visit.id())) {
                String text = settlement.care().scope().text();
                live.put(text.substring(text.indexOf('-') + 1), stored.id());
            } else if (stored.entry() instanceof Undo undo) {
                live.values().remove(undo.original().value());
            }
        });
        return live;
    }
}
