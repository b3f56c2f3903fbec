package io.crosscare.settlement.audit.model;

import io.crosscare.settlement.audit.model.ChainFact.Covered;
import io.crosscare.settlement.benefit.model.FeeLine;
import io.crosscare.settlement.chain.model.ChainExtent;
import io.crosscare.settlement.chain.model.Entry;
import io.crosscare.settlement.chain.model.EntryId;
import io.crosscare.settlement.chain.model.Settlement;
import io.crosscare.settlement.chain.model.StoredEntry;
import io.crosscare.settlement.chain.model.Undo;
import io.crosscare.settlement.invoice.model.Invoice;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Walks one chain, entry after entry in order of their places, and judges each by every rule. An entry is named by the first
 * rule it breaks and not by those that would only say the same again; the order of the rules goes from the particular to the
 * general. Keeps of an entry only what the rules over the whole chain need. Not for use by several threads at once.
 */
public final class ChainAudit {

    private static final List<EntryRule> ENTRY_RULES = List.of(
            new AmountsBalance(),
            new SlotsAreTheirOwn(),
            new UndosNegateTheirOriginals(),
            new ChainsAreWhole(),
            new CountersAreTheFold(),
            new EntriesRecomputeAlike());

    private static final List<ChainRule> CHAIN_RULES = List.of(
            new KeysHaveOneEntry(),
            new ScopesHaveOneLiveSettlement(),
            new UndosNegateTheirOriginals(),
            new VoidKeysNeverSettle());

    private final ChainExtent extent;
    private final Tally tally = new Tally();
    private final List<ChainFact> facts = new ArrayList<>();
    private final Set<String> undone = new HashSet<>();
    private Footing footing = Footing.BEGINNING;
    private Set<String> lastHashes = Set.of();

    public ChainAudit(ChainExtent extent) {
        this.extent = extent;
        ChainsAreWhole.judge(extent, tally);
    }

    /** The next entry that is there; places left out are found missing. */
    public ChainAudit next(StoredEntry stored, Evidence evidence) {
        long place = EntryId.parse(stored.id()).seq();
        skipTo(place);
        boolean isSound = judge(new PlacedEntry(stored, footing, evidence));
        footing = Footing.behind(place, stored, isSound);
        remember(stored, evidence);
        return this;
    }

    /** The end of the chain. */
    public ChainReport end() {
        skipTo(extent.lastSeq() + 1);
        List<ChainFact> all = facts.stream()
                .map(fact -> undone.contains(fact.id()) ? fact.undone() : fact)
                .toList();
        CHAIN_RULES.forEach(rule -> rule.judge(all, tally));
        return new ChainReport(extent.person(), tally, all, footing.seq(), lastHashes);
    }

    private void skipTo(long place) {
        long expected = footing.seq() + 1;
        if (place > expected) {
            tally.checked(Invariant.I9, 1);
            tally.violated(ChainsAreWhole.missing(extent.person(), expected, place - 1));
            footing = footing.behindAGap(place - 1);
        }
    }

    private boolean judge(PlacedEntry placed) {
        for (EntryRule rule : ENTRY_RULES) {
            switch (rule.judge(placed)) {
                case Verdict.NotConcerned _ -> {}
                case Verdict.Holds _ -> tally.checked(rule.invariant(), 1);
                case Verdict.Broken(var how) -> {
                    tally.checked(rule.invariant(), 1);
                    tally.violated(
                            new Violation(rule.invariant(), placed.stored().id(), how));
                    return false;
                }
            }
        }
        return true;
    }

    private void remember(StoredEntry stored, Evidence evidence) {
        Entry entry = stored.entry();
        if (entry == null) {
            lastHashes = Set.of(stored.hash());
            return;
        }
        lastHashes = new HashSet<>(List.of(stored.hash(), entry.hash().value()));
        String original = takenAwayBy(entry);
        if (original != null) {
            undone.add(original);
        }
        facts.add(new ChainFact(
                stored.id(),
                entry.kind(),
                entry.key().value(),
                coveredBy(entry, evidence),
                invoiceOf(entry),
                original,
                false));
    }

    private static @Nullable String invoiceOf(Entry entry) {
        return entry instanceof Settlement settlement
                ? Invoice.of(settlement).map(Invoice::id).orElse(null)
                : null;
    }

    /** The settlement that an undo takes back or an adjustment replaces. */
    private static @Nullable String takenAwayBy(Entry entry) {
        return switch (entry) {
            case Undo undo -> undo.original().value();
            case Settlement settlement
            when settlement.replaced() != null ->
                settlement.replaced().original().value();
            default -> null;
        };
    }

    private static @Nullable Covered coveredBy(Entry entry, Evidence evidence) {
        if (!(entry instanceof Settlement settlement)) {
            return null;
        }
        BitSet lines = new BitSet();
        if (Evidence.ofBill(evidence) instanceof Evidence.Priced(var frozen, var _, var _)) {
            frozen.bill().lines().stream().mapToInt(FeeLine::lineNumber).forEach(lines::set);
        }
        return new Covered(
                settlement.care().visit().value(), settlement.care().scope().text(), lines);
    }
}
