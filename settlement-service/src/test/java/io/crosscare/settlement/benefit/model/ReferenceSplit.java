package io.crosscare.settlement.benefit.model;

import io.crosscare.chassis.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A second reading of domain.md §4.1 in plain decimals, sharing nothing with the calculation but the figures it is given; and the
 * mistakes that are easily made in it, each of which can be switched on. What it computes is compared by name.
 */
final class ReferenceSplit {

    /** A mistake in the calculation. */
    enum Mutant {
        BANKERS_ROUNDING,
        ROUNDING_DOWN,
        CLASS_B_ON_THE_SUM,
        CLASS_B_BEFORE_THE_LIMIT,
        CLASS_C_SHARED,
        UPFRONT_BEFORE_CLASS_B,
        DEDUCTIBLE_BEFORE_UPFRONT,
        DEDUCTIBLE_AFTER_RATIO,
        DEDUCTIBLE_FORGETS_THE_YEAR,
        DEDUCTIBLE_WHOLE_AT_EVERY_ADMISSION,
        DEDUCTIBLE_AT_EVERY_SETTLEMENT_OF_A_STAY,
        A_NEW_ADMISSION_AT_EVERY_SETTLEMENT_OF_A_STAY,
        NINETY_PERCENT_INSTEAD_OF_TEN_POINTS,
        OWN_RATIO_INSTEAD_OF_HALF_THE_CLINICS,
        CEILING_ON_THE_OTHER_BASIS,
        CEILING_FORGETS_THE_YEAR,
        LARGE_FUND_ON_THE_SHARE_LEFT,
        LARGE_FUND_WITHOUT_ITS_CEILING,
        BURDEN_FORGETS_THE_YEAR,
        BURDEN_WITHOUT_CLASS_B,
        BURDEN_WITH_FULL_SELF_PAY,
        ONE_BAND_FOR_THE_WHOLE_BURDEN,
        ACCOUNT_PAYS_OUT_OF_SCOPE,
        ACCOUNT_WITHOUT_A_BALANCE
    }

    private final Bill bill;
    private final Circumstances care;
    private final Terms terms;
    private final Catalogue catalogue;
    private final Counters before;
    private final Set<Mutant> mutants;

    private ReferenceSplit(Bill bill, PolicyPack pack, Catalogue catalogue, Counters before, Set<Mutant> mutants) {
        this.bill = bill;
        this.care = bill.circumstances();
        this.terms = (Terms) pack.termsFor(care);
        this.catalogue = catalogue;
        this.before = before;
        this.mutants = mutants;
    }

    /** Amounts in fen by name, as the mistakes make them; without mistakes, as they should be. */
    static Map<String, Long> of(Bill bill, PolicyPack pack, Catalogue catalogue, Counters before, Set<Mutant> mutants) {
        return new ReferenceSplit(bill, pack, catalogue, before, mutants).amounts();
    }

    /** The same amounts of the calculation. */
    static Map<String, Long> named(SplitAmounts amounts) {
        Map<String, Long> named = new HashMap<>();
        named.put("total", amounts.totalCost().fen());
        named.put("fullSelf", amounts.fullSelfPay().fen());
        named.put("overLimit", amounts.overLimitSelfPay().fen());
        named.put("classB", amounts.upfrontSelfPay().fen());
        named.put("eligible", amounts.eligibleCost().fen());
        named.put("transfer", amounts.transferSelfPay().fen());
        named.put("deductible", amounts.deductible().fen());
        named.put("pooled", amounts.pooledFundPay().fen());
        named.put("large", amounts.largeAmountPay().fen());
        named.put("serious", amounts.seriousIllnessPay().fen());
        named.put("personal", amounts.personalPay().fen());
        named.put("account", amounts.personalAccountPay().fen());
        named.put("cash", amounts.cashPay().fen());
        return named;
    }

    private Map<String, Long> amounts() {
        long total = 0;
        long fullSelf = 0;
        long overLimit = 0;
        long classB = 0;
        Map<Integer, Long> withinByRatio = new HashMap<>();
        for (FeeLine line : bill.lines()) {
            long fen = line.amount().fen();
            total += fen;
            CatalogueItem item = catalogue.find(line.itemCode()).orElse(null);
            boolean isOutside = item == null || item.itemClass() == ItemClass.C;
            if (item == null || (isOutside && !has(Mutant.CLASS_C_SHARED))) {
                fullSelf += fen;
                continue;
            }
            Money limit = item.limitFor(line, care.level());
            long within = limit == null ? fen : Long.signum(fen) * Math.min(Math.abs(fen), limit.fen());
            overLimit += fen - within;
            int ratio = item.upfrontRatioFor(care.plan()).basisPoints();
            long base = has(Mutant.CLASS_B_BEFORE_THE_LIMIT) ? fen : within;
            classB += share(base, ratio);
            withinByRatio.merge(ratio, base, Long::sum);
        }
        if (has(Mutant.CLASS_B_ON_THE_SUM)) {
            classB = withinByRatio.entrySet().stream()
                    .mapToLong(each -> share(each.getValue(), each.getKey()))
                    .sum();
        }
        long eligible = total - fullSelf - overLimit - classB;
        return fundsOf(total, fullSelf, overLimit, classB, eligible);
    }

    private Map<String, Long> fundsOf(long total, long fullSelf, long overLimit, long classB, long eligible) {
        int upfront = terms.upfront() == null ? 0 : terms.upfront().value().basisPoints();
        boolean isBeforeClassB = has(Mutant.UPFRONT_BEFORE_CLASS_B);
        long transfer = Math.min(eligible, share(isBeforeClassB ? eligible + classB : eligible, upfront));
        long deductible = has(Mutant.DEDUCTIBLE_AFTER_RATIO) ? 0 : Math.min(eligible - transfer, deductibleLeft());
        if (has(Mutant.DEDUCTIBLE_BEFORE_UPFRONT)) {
            deductible = Math.min(eligible, deductibleLeft());
            transfer = share(eligible - deductible, upfront);
        }
        long shared = eligible - transfer - deductible;
        long byRatio = share(shared, ratio());
        if (has(Mutant.DEDUCTIBLE_AFTER_RATIO)) {
            deductible = Math.min(byRatio, deductibleLeft());
            byRatio -= deductible;
        }
        long[] pooled = pooled(shared, byRatio);
        long excess = has(Mutant.LARGE_FUND_ON_THE_SHARE_LEFT) ? byRatio - pooled[0] : shared - pooled[1];
        long large = large(excess);
        long burden = eligible
                + (has(Mutant.BURDEN_WITHOUT_CLASS_B) ? 0 : classB)
                + (has(Mutant.BURDEN_WITH_FULL_SELF_PAY) ? fullSelf : 0)
                - pooled[0]
                - large;
        long serious = serious(burden);
        long personal = total - pooled[0] - large - serious;
        long account = account(personal, fullSelf + overLimit);

        Map<String, Long> amounts = new HashMap<>();
        amounts.put("total", total);
        amounts.put("fullSelf", fullSelf);
        amounts.put("overLimit", overLimit);
        amounts.put("classB", classB);
        amounts.put("eligible", eligible);
        amounts.put("transfer", transfer);
        amounts.put("deductible", deductible);
        amounts.put("pooled", pooled[0]);
        amounts.put("large", large);
        amounts.put("serious", serious);
        amounts.put("personal", personal);
        amounts.put("account", account);
        amounts.put("cash", personal - account);
        return amounts;
    }

    private long deductibleLeft() {
        return switch (terms.deductible()) {
            case null -> 0;
            case DeductibleTerms.Yearly yearly -> {
                long used = counter(Counter.deductibleOf(care.serviceType()));
                long nominal = yearly.amount().value().fen();
                yield has(Mutant.DEDUCTIBLE_FORGETS_THE_YEAR) ? nominal : Math.max(0, nominal - used);
            }
            case DeductibleTerms.PerAdmission admission -> {
                List<Integer> shares = admission.shares().stream()
                        .map(share -> share.value().basisPoints())
                        .toList();
                ContinuedAdmission stay = care.continued();
                long counted =
                        stay == null || has(Mutant.A_NEW_ADMISSION_AT_EVERY_SETTLEMENT_OF_A_STAY) ? 0 : stay.number();
                long number = counted == 0 ? counter(Counter.ADMISSIONS) + 1 : counted;
                long paid = stay == null || has(Mutant.DEDUCTIBLE_AT_EVERY_SETTLEMENT_OF_A_STAY)
                        ? 0
                        : stay.deductiblePaid().fen();
                long whole = admission.amount().value().fen();
                boolean isWhole = shares.isEmpty() || has(Mutant.DEDUCTIBLE_WHOLE_AT_EVERY_ADMISSION);
                long nominal = isWhole ? whole : share(whole, shares.get((int) Math.min(number, shares.size()) - 1));
                yield Math.max(0, nominal - paid);
            }
        };
    }

    private int ratio() {
        return switch (terms.ratio()) {
            case EffectiveRatio.Own own -> own.base().value().basisPoints();
            case EffectiveRatio.Shifted shifted -> {
                int base = shifted.base().value().basisPoints();
                yield has(Mutant.NINETY_PERCENT_INSTEAD_OF_TEN_POINTS)
                        ? base * 9 / 10
                        : Math.clamp(base + shifted.shift().value(), 0, 10_000);
            }
            case EffectiveRatio.ClinicShare clinic ->
                has(Mutant.OWN_RATIO_INSTEAD_OF_HALF_THE_CLINICS)
                        ? clinic.clinic().value().basisPoints()
                        : (int) share(
                                clinic.clinic().value().basisPoints(),
                                clinic.share().value().basisPoints());
        };
    }

    /** What the pooled fund pays, and the cost that stands for. */
    private long[] pooled(long shared, long byRatio) {
        if (terms.ceiling() == null) {
            return new long[] {byRatio, shared};
        }
        boolean isOfCost =
                terms.readings().ceilingBasis().value() == CeilingBasis.COST ^ has(Mutant.CEILING_ON_THE_OTHER_BASIS);
        long used =
                counter(Counter.ceilingOf(care.serviceType(), isOfCost ? CeilingBasis.COST : CeilingBasis.FUND_PAY));
        if (has(Mutant.CEILING_ON_THE_OTHER_BASIS)) {
            used = counter(Counter.ceilingOf(care.serviceType(), isOfCost ? CeilingBasis.FUND_PAY : CeilingBasis.COST));
        }
        long room = Math.max(0, terms.ceiling().value().fen() - (has(Mutant.CEILING_FORGETS_THE_YEAR) ? 0 : used));
        if (isOfCost) {
            long covered = Math.min(shared, room);
            return new long[] {share(covered, ratio()), covered};
        }
        if (byRatio <= room) {
            return new long[] {byRatio, shared};
        }
        return new long[] {
            room, rounded(BigDecimal.valueOf(room).multiply(BigDecimal.valueOf(10_000)), BigDecimal.valueOf(ratio()))
        };
    }

    private long large(long excess) {
        LargeAmountFund fund = terms.largeAmount();
        if (fund == null) {
            return 0;
        }
        long room = Math.max(0, fund.ceiling().value().fen() - counter(Counter.LARGE));
        long amount = share(excess, fund.ratio().value().basisPoints());
        return has(Mutant.LARGE_FUND_WITHOUT_ITS_CEILING) ? amount : Math.min(amount, room);
    }

    private long serious(long burden) {
        SeriousIllnessInsurance insurance = terms.seriousIllness();
        if (insurance == null) {
            return 0;
        }
        long from = has(Mutant.BURDEN_FORGETS_THE_YEAR) ? 0 : counter(Counter.BURDEN);
        long to = from + burden;
        long sum = 0;
        for (RatioBand band : insurance.bands().value()) {
            long top = band.upTo() == null ? to : Math.min(to, band.upTo().fen());
            long portion = Math.max(0, top - Math.max(from, band.above().fen()));
            if (has(Mutant.ONE_BAND_FOR_THE_WHOLE_BURDEN)) {
                long whole = Math.max(
                        0, to - Math.max(from, insurance.start().value().fen()));
                sum = portion > 0 ? share(whole, band.ratio().basisPoints()) : sum;
            } else {
                sum += share(portion, band.ratio().basisPoints());
            }
        }
        return sum;
    }

    private long account(long personal, long outOfScope) {
        if (!care.usesPersonalAccount()) {
            return 0;
        }
        boolean isInScopeOnly = terms.readings().accountScope().value() == AccountScope.IN_SCOPE_ONLY
                && !has(Mutant.ACCOUNT_PAYS_OUT_OF_SCOPE);
        long allowed = isInScopeOnly ? Math.max(0, personal - outOfScope) : personal;
        long balance = Math.max(0, before.value(Counter.ACCOUNT.word()));
        return has(Mutant.ACCOUNT_WITHOUT_A_BALANCE) ? allowed : Math.min(allowed, balance);
    }

    private long counter(Counter counter) {
        return before.value(counter.key(care.period()));
    }

    private boolean has(Mutant mutant) {
        return mutants.contains(mutant);
    }

    private long share(long fen, int basisPoints) {
        return rounded(BigDecimal.valueOf(fen).multiply(BigDecimal.valueOf(basisPoints)), BigDecimal.valueOf(10_000));
    }

    private long rounded(BigDecimal dividend, BigDecimal divisor) {
        RoundingMode mode = has(Mutant.BANKERS_ROUNDING)
                ? RoundingMode.HALF_EVEN
                : has(Mutant.ROUNDING_DOWN) ? RoundingMode.DOWN : RoundingMode.HALF_UP;
        return dividend.divide(divisor, 0, mode).longValueExact();
    }
}
