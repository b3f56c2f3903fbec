package io.crosscare.settlement.chain.model;

import io.crosscare.settlement.benefit.model.Counter;
import io.crosscare.settlement.benefit.model.SplitAmounts;
import java.time.Instant;
import java.util.List;

/**
 * Takes a settlement back, whole: minus the original in every amount and counter, on today's head, whatever came after it. A
 * settlement has at most one, for its key derives from the original's (design.md §3.2).
 *
 * @param kind {@code CANCELLATION} or {@code REVERSAL}
 * @param original the settlement it takes back
 * @param care of the original
 * @param undone amounts of the original, as they were settled; what this entry moves is minus them
 * @param callerKey under which key the undo was asked for
 */
public record Undo(
        Link link,
        EntryKind kind,
        Key key,
        ContentHash requestHash,
        EntryId original,
        Care care,
        SplitAmounts undone,
        Key callerKey)
        implements Entry {

    public Undo {
        if (kind != EntryKind.CANCELLATION && kind != EntryKind.REVERSAL) {
            throw new IllegalArgumentException("a settlement is undone by a cancellation or a reversal");
        }
        if (!original.person().equals(link.person()) || original.seq() >= link.seq()) {
            throw new IllegalArgumentException("an undo follows its original in the same chain");
        }
        if (link.delta().value(Counter.ACCOUNT.word())
                != undone.personalAccountPay().fen()) {
            throw new IllegalArgumentException("the account gets back what it paid");
        }
    }

    /** The undo of a settlement, in the next place of its chain. */
    public static Undo on(
            Head head, Instant now, Settlement settlement, EntryKind kind, ContentHash requestHash, Key callerKey) {
        return new Undo(
                head.next(now, settlement.counted().negate()),
                kind,
                Key.undoOf(settlement.key()),
                requestHash,
                settlement.id(),
                settlement.care(),
                settlement.amounts(),
                callerKey);
    }

    @Override
    public Slot slot() {
        return Slot.ofSeq(link.seq());
    }

    @Override
    public List<Posting> postings() {
        return Posting.ofBill(undone).stream().map(Posting::negate).toList();
    }
}
