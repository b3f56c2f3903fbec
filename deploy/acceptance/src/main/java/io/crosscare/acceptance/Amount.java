package io.crosscare.acceptance;

import io.crosscare.chassis.money.Money;
import io.crosscare.chassis.money.Ratio;

/**
 * The amounts of a settlement from the total to the cash, in the order in which a cashier reads them: the name on the wire,
 * the name in the golden file, and the names people use.
 */
public enum Amount {
    TOTAL_COST("totalCostFen", "total", "医疗费总额", "total cost"),
    FULL_SELF_PAY("fullSelfPayFen", "full_self", "全自费", "full self-pay"),
    OVER_LIMIT_SELF_PAY("overLimitSelfPayFen", "over_limit", "超限价自费", "over-limit self-pay"),
    UPFRONT_SELF_PAY("upfrontSelfPayFen", "class_b", "先行自付", "upfront self-pay"),
    ELIGIBLE_COST("eligibleCostFen", "in_scope", "符合政策范围金额", "eligible cost"),
    TRANSFER_SELF_PAY("transferSelfPayFen", "transfer_upfront", "转外自理", "transfer self-pay"),
    DEDUCTIBLE("deductibleFen", "deductible", "起付线", "deductible"),
    REIMBURSEMENT_RATIO("reimbursementRatioBp", "ratio_bp", "支付比例", "reimbursement ratio"),
    POOLED_FUND_PAY("pooledFundPayFen", "pooled", "统筹基金支付", "pooled fund pays"),
    LARGE_AMOUNT_PAY("largeAmountPayFen", "large", "大额支付", "large-amount fund pays"),
    SERIOUS_ILLNESS_PAY("seriousIllnessPayFen", "serious", "大病支付", "serious illness pays"),
    PERSONAL_PAY("personalPayFen", "personal", "个人负担总额", "the person bears"),
    PERSONAL_ACCOUNT_PAY("personalAccountPayFen", "account", "个人账户支付", "personal account pays"),
    CASH_PAY("cashPayFen", "cash", "现金支付", "cash at the counter");

    private final String field;
    private final String goldenField;
    private final String zh;
    private final String en;

    Amount(String field, String goldenField, String zh, String en) {
        this.field = field;
        this.goldenField = goldenField;
        this.zh = zh;
        this.en = en;
    }

    /** The name in answers. */
    public String field() {
        return field;
    }

    public String goldenField() {
        return goldenField;
    }

    public String zh() {
        return zh;
    }

    public String en() {
        return en;
    }

    /** As people read it: yuan with two decimals, or a percentage. */
    public String readable(long value) {
        return this == REIMBURSEMENT_RATIO
                ? new Ratio(Math.toIntExact(value)).toPercent()
                : Money.ofFen(value).toYuan() + " 元";
    }
}
