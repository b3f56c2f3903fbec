package io.crosscare.settlement.chain.model;

import io.crosscare.settlement.benefit.model.Counter;
import io.crosscare.settlement.benefit.model.SplitAmounts;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One settled bill: what the funds, the account and the person pay for a scope of a visit, and what it was computed from.
 *
 * @param generation how often the scope was settled and undone before
 * @param answerVersion how answers are rendered from it, so that a replay is the first answer for ever
 * @param invoiceNumber the hospital's; null where it gave none
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
        Set<SettlementFlag> flags)
        implements Entry {

    public static final int ANSWER_VERSION = 1;

    public Settlement {
        flags = Set.copyOf(flags);
        if (link.delta().value(Counter.ACCOUNT.word())
                != -amounts.personalAccountPay().fen()) {
            throw new IllegalArgumentException("the account moves by what it pays");
        }
        if (link.after().value(Counter.ACCOUNT.word()) < 0) {
            throw new IllegalArgumentException("an account is never overdrawn");
        }
    }

    @Override
    public EntryKind kind() {
        return EntryKind.SETTLEMENT;
    }

    @Override
    public Slot slot() {
        return Slot.of(care.visit(), care.scope(), generation);
    }

    @Override
    public List<Posting> postings() {
        return Posting.ofBill(amounts);
    }

    /** The same settlement in a later generation of its slot. */
    public Settlement inGeneration(int later) {
        return new Settlement(link, key, requestHash, care, later, amounts, basis, answerVersion, invoiceNumber, flags);
    }

    /** Flags in their declared order. */
    public List<SettlementFlag> flagsInOrder() {
        Set<SettlementFlag> ordered = EnumSet.noneOf(SettlementFlag.class);
        ordered.addAll(flags);
        return List.copyOf(ordered);
    }
}
