package io.crosscare.settlement.audit.model;

import io.crosscare.settlement.chain.model.Settlement;
import io.crosscare.settlement.chain.model.StoredEntry;
import io.crosscare.settlement.chain.model.StoredEntry.Reading;
import java.util.List;
import java.util.Map;

/**
 * I4, on the stored amounts as they stand: an entry that could no longer be built is still named by the identity it breaks. All
 * amounts of an entry have one sign, that of an undo negative.
 */
final class AmountsBalance implements EntryRule {

    private static final String TOTAL = "totalCost";

    private static final List<String> AMOUNTS = List.of(
            TOTAL,
            "fullSelfPay",
            "overLimitSelfPay",
            "upfrontSelfPay",
            "eligibleCost",
            "transferSelfPay",
            "deductible",
            "pooledFundPay",
            "largeAmountPay",
            "seriousIllnessPay",
            "fundPay",
            "personalPay",
            "personalAccountPay",
            "cashPay");

    private static final Map<String, List<String>> SUMS = Map.of(
            TOTAL,
            List.of("fundPay", "personalPay"),
            "personalPay",
            List.of("personalAccountPay", "cashPay"),
            "fundPay",
            List.of("pooledFundPay", "largeAmountPay", "seriousIllnessPay"));

    private static final List<String> BILL_PARTS =
            List.of("fullSelfPay", "overLimitSelfPay", "upfrontSelfPay", "eligibleCost");

    @Override
    public Invariant invariant() {
        return Invariant.I4;
    }

    @Override
    public Verdict judge(PlacedEntry placed) {
        StoredEntry stored = placed.stored();
        long postings = stored.postings().stream().mapToLong(Long::longValue).sum();
        if (postings != 0) {
            return Verdict.broken("借贷合计为 " + postings + " 分，应为零", "postings sum to " + postings + " fen, not to zero");
        }
        if (stored.reading() instanceof Reading.Whole(var _, var strays) && strays.contains("postings")) {
            return Verdict.broken("借贷分录与金额不符", "postings are not what the amounts say");
        }
        Map<String, Long> amounts = stored.amounts();
        if (!amounts.keySet().containsAll(AMOUNTS)) {
            return Verdict.HOLDS;
        }
        return amounts(amounts, placed);
    }

    private static Verdict amounts(Map<String, Long> amounts, PlacedEntry placed) {
        long sign = amounts.getOrDefault(TOTAL, 0L) < 0 ? -1 : 1;
        for (String name : AMOUNTS) {
            if (sign * amounts.getOrDefault(name, 0L) < 0) {
                return Verdict.broken(name + " 的符号与总额不同", name + " has another sign than the total");
            }
        }
        for (Map.Entry<String, List<String>> sum : SUMS.entrySet()) {
            if (amounts.getOrDefault(sum.getKey(), 0L) != sumOf(amounts, sum.getValue())) {
                return broken(sum.getKey(), sum.getValue());
            }
        }
        if (amounts.getOrDefault(TOTAL, 0L) != sumOf(amounts, BILL_PARTS)) {
            return broken(TOTAL, BILL_PARTS);
        }
        return billed(placed);
    }

    /** The lines of the bill sum to its total. */
    private static Verdict billed(PlacedEntry placed) {
        if (placed.stored().entry() instanceof Settlement settlement
                && Evidence.ofBill(placed.evidence()) instanceof Evidence.Priced(var frozen, var _, var _)
                && !frozen.bill().totalCost().equals(settlement.amounts().totalCost())) {
            return Verdict.broken("totalCost 与账单明细合计不符", "totalCost is not what the lines of the bill sum to");
        }
        return Verdict.HOLDS;
    }

    private static long sumOf(Map<String, Long> amounts, List<String> names) {
        return names.stream().mapToLong(name -> amounts.getOrDefault(name, 0L)).sum();
    }

    private static Verdict broken(String sum, List<String> parts) {
        String terms = String.join(" + ", parts);
        return Verdict.broken(sum + " ≠ " + terms, sum + " is not " + terms);
    }
}
