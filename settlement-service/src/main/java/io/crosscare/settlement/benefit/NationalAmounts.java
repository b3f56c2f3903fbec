package io.crosscare.settlement.benefit;

import io.crosscare.chassis.money.Money;
import io.crosscare.chassis.money.Ratio;
import io.crosscare.settlement.benefit.model.PersonType;
import io.crosscare.settlement.benefit.model.SplitAmounts;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The amounts of a settlement as the national interface names them ({@code setlinfo} of 2206, 2207, 2303 and 2304, on the national
 * baseline of 2021-12-30), in its order. Every one that has no part in a bill of ours is there with zero. The identities of that
 * specification hold, or there is no such object: the parts of the catalogue and the payers each sum to the total cost, the funds
 * to their sum, account and cash to the personal part.
 *
 * <p>What leaving the area costs stays inside the eligible cost: {@code preselfpay_amt} is class B alone (domain.md §2.1 no. 37).
 *
 * @param values by national field name; all in fen but {@link #POOL_RATIO}, which is in basis points
 */
public record NationalAmounts(Map<String, Long> values) {

    /** 基本医疗保险统筹基金支付比例, the pooled fund's share although its name says self-pay. */
    public static final String POOL_RATIO = "pool_prop_selfpay";

    private static final String TOTAL = "medfee_sumamt";
    private static final String FUNDS = "fund_pay_sumamt";
    private static final String PERSON = "psn_part_amt";
    private static final String ACCOUNT = "acct_pay";
    private static final String CASH = "psn_cash_pay";
    private static final String HOSPITAL = "hosp_part_amt";
    private static final String POOLED = "hifp_pay";
    private static final String DISABLED = "hifdm_pay";
    private static final String OTHER = "oth_pay";
    private static final String SERIOUS = "hifmi_pay";
    private static final String LARGE = "hifob_pay";
    private static final String SHARED_ACCOUNT = "acct_mulaid_pay";
    private static final List<String> CATALOGUE_PARTS =
            List.of("fulamt_ownpay_amt", "overlmt_selfpay", "preselfpay_amt", "inscp_scp_amt");
    private static final List<String> FUND_PARTS =
            List.of(POOLED, "cvlserv_pay", "hifes_pay", SERIOUS, LARGE, "maf_pay", OTHER, DISABLED);

    public NationalAmounts {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        long total = amount(values, TOTAL);
        long funds = amount(values, FUNDS);
        long person = amount(values, PERSON);
        long account = amount(values, ACCOUNT);
        require(sum(values, CATALOGUE_PARTS) == total, "I1");
        require(funds + person + amount(values, HOSPITAL) == total, "I2");
        require(sum(values, FUND_PARTS) == funds, "I3");
        require(account + amount(values, CASH) == person, "I4");
        require(Math.abs(amount(values, SHARED_ACCOUNT)) <= Math.abs(account), "I5");
    }

    /**
     * The amounts of a split.
     *
     * @param personType decides which fund is the pooled one: basic insurance, that of retired cadres or of disabled veterans
     * @param balanceAfter of the personal account, after this bill
     */
    public static NationalAmounts of(SplitAmounts amounts, PersonType personType, Money balanceAfter) {
        Map<String, Long> values = new LinkedHashMap<>();
        values.put(TOTAL, amounts.totalCost().fen());
        values.put("fulamt_ownpay_amt", amounts.fullSelfPay().fen());
        values.put("overlmt_selfpay", amounts.overLimitSelfPay().fen());
        values.put("preselfpay_amt", amounts.upfrontSelfPay().fen());
        values.put("inscp_scp_amt", amounts.eligibleCost().fen());
        values.put("act_pay_dedc", amounts.deductible().fen());
        FUND_PARTS.forEach(fund -> values.put(fund, 0L));
        values.put(pooledFieldOf(personType), amounts.pooledFundPay().fen());
        values.put(SERIOUS, amounts.seriousIllnessPay().fen());
        values.put(LARGE, amounts.largeAmountPay().fen());
        values.put(POOL_RATIO, (long) amounts.reimbursementRatio().basisPoints());
        values.put(FUNDS, amounts.fundPay().fen());
        values.put(PERSON, amounts.personalPay().fen());
        values.put(ACCOUNT, amounts.personalAccountPay().fen());
        values.put(CASH, amounts.cashPay().fen());
        values.put(HOSPITAL, 0L);
        values.put("balc", balanceAfter.fen());
        values.put(SHARED_ACCOUNT, 0L);
        return new NationalAmounts(values);
    }

    /** 离休 (340100) has no field of its own and is other; 革命伤残军人 (350100) has. */
    private static String pooledFieldOf(PersonType personType) {
        return switch (personType) {
            case ACTIVE, RETIRED, RESIDENT -> POOLED;
            case RETIRED_CADRE -> OTHER;
            case DISABLED_VETERAN -> DISABLED;
        };
    }

    /** As the interface writes them: yuan with two decimals, the ratio with four. */
    public Map<String, String> written() {
        Map<String, String> written = new LinkedHashMap<>();
        values.forEach((name, value) -> written.put(
                name,
                name.equals(POOL_RATIO) ? ratio(value) : Money.ofFen(value).toYuan()));
        return written;
    }

    private static String ratio(long basisPoints) {
        return basisPoints == Ratio.ONE ? "1.0000" : "0.%04d".formatted(basisPoints);
    }

    private static long sum(Map<String, Long> values, List<String> names) {
        return names.stream().mapToLong(name -> amount(values, name)).sum();
    }

    private static long amount(Map<String, Long> values, String name) {
        return Objects.requireNonNull(values.get(name), name);
    }

    private static void require(boolean holds, String identity) {
        if (!holds) {
            throw new IllegalStateException("the amounts break identity " + identity + " of the national interface");
        }
    }
}
