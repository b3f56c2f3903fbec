package io.crosscare.settlement.benefit;

/** The rules an explanation names: the steps of the calculation, and the reasons personal pay falls into. */
public enum Rule {
    TOTAL_COST,
    FULL_SELF_PAY,
    OVER_LIMIT_SELF_PAY,
    UPFRONT_SELF_PAY,
    ELIGIBLE_COST,
    /** One fee line's share of a part of the bill. */
    LINE,
    TRANSFER_SELF_PAY,
    DEDUCTIBLE,
    /** 跨年度按天分割: the part of a stay over the end of a benefit period that one of its periods takes. */
    DIVIDED_BY_DAYS,
    SHARE_BY_RATIO,
    POOLED_FUND_PAY,
    LARGE_AMOUNT_PAY,
    BURDEN,
    SERIOUS_ILLNESS_PAY,
    FUND_PAY,
    PERSONAL_PAY,
    /** 按比例自付: the person's share of the cost the pooled fund pays a share of. */
    COINSURANCE,
    /** What the ceilings leave to the person. */
    ABOVE_CEILING,
    /** What serious-illness insurance takes off the other reasons again; negative. */
    SERIOUS_ILLNESS_RELIEF,
    PERSONAL_ACCOUNT_PAY,
    CASH_PAY
}
