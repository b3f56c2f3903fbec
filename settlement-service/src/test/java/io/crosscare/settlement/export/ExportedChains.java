package io.crosscare.settlement.export;

import io.crosscare.chassis.id.PersonId;
import io.crosscare.settlement.chain.model.Entries;
import io.crosscare.settlement.chain.model.Entry;
import io.crosscare.settlement.chain.model.EntryKind;
import io.crosscare.settlement.chain.model.Head;
import io.crosscare.settlement.chain.model.Settlement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** A chain with an entry of each kind and each version of the canonical form, and a short one of another person. */
public final class ExportedChains {

    public static final PersonId OTHER = new PersonId("p" + "b".repeat(26));

    private final List<Entry> entries = new ArrayList<>();

    private ExportedChains() {}

    public static List<Entry> ofEveryKind() {
        ExportedChains chains = new ExportedChains();
        chains.add(head -> Entries.opening(head, "opening"));
        chains.add(head -> Entries.credit(head, "credit-1"));
        chains.add(head -> Entries.credit(head, "credit-2"));
        chains.add(head -> Entries.external(head, 1, "external"));
        Settlement first = chains.add(head -> Entries.settlement(head, "settle-1", Entries.visit('a')));
        Settlement second = chains.add(head ->
                Entries.decidedOn(LocalDate.of(2019, 9, 10), Entries.settlement(head, "settle-2", Entries.visit('b'))));
        chains.add(head -> Entries.undo(head, first, EntryKind.CANCELLATION, "cancel"));
        Settlement adjustment = chains.add(head -> Entries.adjustment(head, second, "adjust"));
        chains.add(head -> Entries.undo(head, adjustment, EntryKind.REVERSAL, "reverse"));
        chains.add(head -> Entries.voided(head, "late", "reversal"));
        chains.add(
                head -> Entries.settlement(head, "settle-3", Entries.visit('a')).inGeneration(1));
        chains.add(head -> Entries.closing(head, "closing"));
        Entry others = Entries.credit(Head.empty(OTHER), "credit");
        chains.entries.add(others);
        return List.copyOf(chains.entries);
    }

    private <E extends Entry> E add(Function<Head, E> entry) {
        Head head = entries.isEmpty() ? Head.empty(Entries.PERSON) : Head.of(entries.getLast());
        E added = entry.apply(head);
        entries.add(added);
        return added;
    }
}
