package io.crosscare.settlement.benefit.model;

/** What the personal account may pay (domain.md §2 no. 24). */
public enum AccountScope {
    /** Any of the personal part (Z 五.1). */
    ALL_PERSONAL,
    /** The personal part without full self-pay and what is over a price limit. */
    IN_SCOPE_ONLY
}
