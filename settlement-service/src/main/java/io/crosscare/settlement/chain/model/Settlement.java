package io.crosscare.settlement.chain.model;

import io.crosscare.settlement.benefit.model.Counter;
import io.crosscare.settlement.benefit.model.Counters;
import io.crosscare.settlement.benefit.model.SplitAmounts;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One settled bill: what the funds, the account and the person pay for a scope of a visit, and what it was computed from. One
 * that replaces another is an adjustment (部分退费): minus the other plus the split of the rest, in one entry, computed on today's
 * head without the other. It stands where the other stood, and can be undone or adjusted as any.
 *
 * @param generation how often the scope was settled and undone, or refused, before
 * @param answerVersion how answers are rendered from it, so that a replay is the first answer for ever
 * @param invoiceNumber the hospital's; null where it gave none
 * @param replaced the settlement it replaces; null unless it is an adjustment
 */
public record Settlement(
        Link link,
        Key key,
        ContentHash requestHash,
        Care care,
        int generation,
        SplitAmounts amounts,
        Basis basis,
        int answerVersion,
        @Nullable String invoiceNumber,
        Set<SettlementFlag> flags,
        @Nullable Replaced replaced)
        implements Entry, SlotHolder {

    public static final int ANSWER_VERSION = 1;

    /**
     * The settlement that an adjustment replaces.
     *
     * @param amounts as it was settled
     * @param counted what it had moved
     * @param callerKey under which key the adjustment was asked for; its own key is the undo of the original's
     */
    public record Replaced(EntryId original, SplitAmounts amounts, Counters counted, Key callerKey) {}

    public Settlement {
        flags = Set.copyOf(flags);
        Counters counted = replaced == null ? link.delta() : link.delta().plus(replaced.counted());
        if (counted.value(Counter.ACCOUNT.word())
                != -amounts.personalAccountPay().fen()) {
            throw new IllegalArgumentException("the account moves by what it pays");
        }
        if (link.after().value(Counter.ACCOUNT.word()) < 0) {
            throw new IllegalArgumentException("an account is never overdrawn");
        }
        if (replaced != null
                && (!replaced.original().person().equals(link.person())
                        || replaced.original().seq() >= link.seq())) {
            throw new IllegalArgumentException("an adjustment follows its original in the same chain");
        }
    }

    /** One that replaces none. */
    public Settlement(
            Link link,
            Key key,
            ContentHash requestHash,
            Care care,
            int generation,
            SplitAmounts amounts,
            Basis basis,
            int answerVersion,
            @Nullable String invoiceNumber,
            Set<SettlementFlag> flags) {
        this(link, key, requestHash, care, generation, amounts, basis, answerVersion, invoiceNumber, flags, null);
    }

    @Override
    public EntryKind kind() {
        return replaced == null ? EntryKind.SETTLEMENT : EntryKind.ADJUSTMENT;
    }

    /** The slot of the first settlement stays with it; what replaces it stands beside, under the key that only one can have. */
    @Override
    public Slot slot() {
        return replaced == null ? Slot.of(care.visit(), care.scope(), generation) : Slot.ofSeq(link.seq());
    }

    @Override
    public List<Posting> postings() {
        return replaced == null ? Posting.ofBill(amounts) : Posting.ofDifference(replaced.amounts(), amounts);
    }

    /** The counters that its bill was split on: the head before it, without what it replaces. */
    public Counters splitOn() {
        return replaced == null
                ? link.before()
                : link.before().plus(replaced.counted().negate());
    }

    /** What its bill alone counts, and what undoing it takes back. */
    public Counters counted() {
        return replaced == null ? link.delta() : link.delta().plus(replaced.counted());
    }

    /** The same settlement in a later generation of its slot. */
    public Settlement inGeneration(int later) {
        return new Settlement(
                link, key, requestHash, care, later, amounts, basis, answerVersion, invoiceNumber, flags, replaced);
    }

    /** Flags in their declared order. */
    public List<SettlementFlag> flagsInOrder() {
        Set<SettlementFlag> ordered = EnumSet.noneOf(SettlementFlag.class);
        ordered.addAll(flags);
        return List.copyOf(ordered);
    }
}
