package io.crosscare.settlement.benefit.model;

/** What an annual ceiling limits (domain.md §2 no. 25). */
public enum CeilingBasis {
    /** What the fund pays. */
    FUND_PAY,
    /** The cost of which the fund pays a share. */
    COST
}
