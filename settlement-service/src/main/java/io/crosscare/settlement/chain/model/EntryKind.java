package io.crosscare.settlement.chain.model;

/** What an entry records. */
public enum EntryKind {
    /** What the insured region's core system had counted before this chain began. */
    OPENING,
    /** Money put on the personal account. */
    ACCOUNT_CREDIT,
    /** What the insured region's core system paid itself, locally or by hand. */
    EXTERNAL,
    SETTLEMENT,
    /** A part refund: takes a settlement back and settles the rest of its bill, in one. */
    ADJUSTMENT,
    /** Undoes a known settlement, by decision (结算撤销). */
    CANCELLATION,
    /** Undoes a settlement whose outcome its caller never learnt (冲正). */
    REVERSAL,
    /** A reversal that came before its original: the key never settles. */
    VOID,
    /** The person has moved to another pool; the chain takes no settlement until an opening. */
    CLOSING
}
