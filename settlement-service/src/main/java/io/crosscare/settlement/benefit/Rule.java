package io.crosscare.settlement.benefit;

/** The rules an explanation names: the steps of the calculation, and the reasons personal pay falls into. */
public enum Rule {
    TOTAL_COST("医疗费总额", "Total cost"),
    FULL_SELF_PAY("全自费", "Full self-pay"),
    OVER_LIMIT_SELF_PAY("超限价自费", "Over the price limit"),
    UPFRONT_SELF_PAY("乙类先行自付", "Class-B upfront self-pay"),
    ELIGIBLE_COST("符合政策范围金额", "Eligible cost"),
    /** One fee line's share of a part of the bill. */
    LINE("费用明细", "Fee line"),
    TRANSFER_SELF_PAY("转外自理", "Transfer self-pay"),
    DEDUCTIBLE("起付线", "Deductible"),
    /** 跨年度按天分割: the part of a stay over the end of a benefit period that one of its periods takes. */
    DIVIDED_BY_DAYS("跨年度按天分割", "Divided by days"),
    SHARE_BY_RATIO("按支付比例", "Share by ratio"),
    POOLED_FUND_PAY("统筹基金支付", "Pooled fund"),
    LARGE_AMOUNT_PAY("大额基金支付", "Large-amount fund"),
    BURDEN("计入大病保险的负担", "Burden for serious illness"),
    SERIOUS_ILLNESS_PAY("大病保险支付", "Serious-illness insurance"),
    FUND_PAY("基金支付总额", "Fund pay"),
    PERSONAL_PAY("个人负担总额", "Personal pay"),
    /** 按比例自付: the person's share of the cost the pooled fund pays a share of. */
    COINSURANCE("按比例自付", "Coinsurance"),
    /** What the ceilings leave to the person. */
    ABOVE_CEILING("超封顶线自付", "Above the ceilings"),
    /** What serious-illness insurance takes off the other reasons again; negative. */
    SERIOUS_ILLNESS_RELIEF("大病保险减负", "Relief by serious-illness insurance"),
    PERSONAL_ACCOUNT_PAY("个人账户支付", "Personal account"),
    CASH_PAY("个人现金支付", "Cash");

    private final String zh;
    private final String en;

    Rule(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    /** What people call the amount, in Chinese. */
    String zh() {
        return zh;
    }

    /** What they call it in English. */
    String en() {
        return en;
    }
}
