package io.crosscare.settlement.benefit.model;

import io.crosscare.chassis.money.Money;
import io.crosscare.chassis.money.Ratio;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Splits a bill in the order of domain.md §4.1: the catalogue first, line by line; then the transfer's upfront part,
 * deductible, ratio, ceiling and the fund above it, serious-illness insurance; the personal part by subtraction; account, then
 * cash. Every stored amount is rounded half-up to the fen by {@link Ratio} and nowhere else.
 *
 * <p>Pure: no clock, no store, no randomness. The same arguments give the same split for ever; a change that would alter any
 * past result is a new {@link #CALCULATION_VERSION} beside this one.
 */
public final class BenefitCalculation {

    public static final int CALCULATION_VERSION = 1;

    private final Circumstances circumstances;
    private final Terms terms;
    private final Counters before;
    private final Steps steps;
    private final String period;
    private final SortedMap<String, Long> moves = new TreeMap<>();

    private BenefitCalculation(Circumstances circumstances, Terms terms, Counters before, Steps steps) {
        this.circumstances = circumstances;
        this.terms = terms;
        this.before = before;
        this.steps = steps;
        this.period = circumstances.period();
    }

    /**
     * The split of a bill, or why there is none. Where the care region has split it already, by category, steps 1 to 4 are taken from it.
     *
     * @param pack governs the bill ({@link PolicyPack#governs}); another one is a mistake of the caller
     * @param catalogue the one in force for {@link PolicyPack#catalogueRegionFor}
     * @param before what the person's chain holds so far
     */
    public static SplitOutcome split(Bill bill, PolicyPack pack, Catalogue catalogue, Counters before) {
        return switch (pack.termsFor(bill.circumstances())) {
            case SplitRefusal refusal -> refusal;
            case Terms terms ->
                new BenefitCalculation(bill.circumstances(), terms, before, Steps.kept()).split(bill, catalogue);
        };
    }

    /**
     * What the {@linkplain #split(Bill, PolicyPack, Catalogue, Counters) split} of a bill comes to, by the same calculation,
     * without its steps.
     */
    public static AmountsOutcome amounts(Bill bill, PolicyPack pack, Catalogue catalogue, Counters before) {
        return switch (pack.termsFor(bill.circumstances())) {
            case SplitRefusal refusal -> refusal;
            case Terms terms -> {
                var calculation = new BenefitCalculation(bill.circumstances(), terms, before, Steps.unseen());
                yield calculation.amounts(bill, catalogue);
            }
        };
    }

    private SplitOutcome split(Bill bill, Catalogue catalogue) {
        List<LineSplit> lines = linesOf(bill, catalogue);
        BillParts parts = BillParts.of(lines);
        if (!parts.areConsistent()) {
            return inconsistent(lines);
        }
        explain(parts, lines);
        return new CostSplit(amountsOf(parts), lines, new Counters(moves), steps.all());
    }

    private AmountsOutcome amounts(Bill bill, Catalogue catalogue) {
        BillParts.Sum sum = new BillParts.Sum();
        for (FeeLine line : bill.lines()) {
            sum.add(LineSplit.of(line, catalogue.find(line.itemCode()).orElse(null), circumstances));
        }
        BillParts parts = sum.parts();
        return parts.areConsistent()
                ? new AmountsOnly(amountsOf(parts), new Counters(moves))
                : inconsistent(linesOf(bill, catalogue));
    }

    private static SplitRefusal inconsistent(List<LineSplit> lines) {
        return SplitRefusal.returnsTooMuch(Returns.culprit(lines));
    }

    private List<LineSplit> linesOf(Bill bill, Catalogue catalogue) {
        List<LineSplit> lines = new ArrayList<>(bill.lines().size());
        for (FeeLine line : bill.lines()) {
            lines.add(LineSplit.of(line, catalogue.find(line.itemCode()).orElse(null), circumstances));
        }
        return lines;
    }

    /** Steps 1 to 4 were taken line by line, or by the care region. */
    private void explain(BillParts parts, List<LineSplit> lines) {
        steps.add(() -> new Step.TotalCost(parts.totalCost(), lines.size()));
        LineCounts counts = LineCounts.of(lines);
        steps.add(() -> new Step.FullSelfPay(parts.fullSelfPay(), counts.fullSelfPay(), counts.unlisted()));
        steps.add(() -> new Step.OverLimitSelfPay(parts.overLimitSelfPay(), counts.overLimitSelfPay()));
        steps.add(() -> new Step.UpfrontSelfPay(parts.upfrontSelfPay(), counts.upfrontSelfPay()));
        steps.add(() -> new Step.EligibleCost(
                parts.eligibleCost(),
                parts.totalCost(),
                parts.fullSelfPay(),
                parts.overLimitSelfPay(),
                parts.upfrontSelfPay()));
    }

    /** Steps 5 to 11, in order: each takes what the one before left. */
    private SplitAmounts amountsOf(BillParts parts) {
        Money eligible = parts.eligibleCost();
        Money transfer = transferSelfPay(eligible, parts.upfrontSelfPay());
        Money afterTransfer = eligible.minus(transfer);
        Money deductible = deductible(afterTransfer);
        Funds funds = fundsOf(afterTransfer.minus(deductible), eligible.plus(parts.upfrontSelfPay()));
        Money fund = funds.sum();
        steps.add(() -> new Step.FundPay(fund, funds.pooled(), funds.large(), funds.serious()));
        Money personal = parts.totalCost().minus(fund);
        steps.add(() -> new Step.PersonalPay(personal, parts.totalCost(), fund));
        Money account = personalAccountPay(personal, parts.fullSelfPay().plus(parts.overLimitSelfPay()));
        Money cash = personal.minus(account);
        steps.add(() -> new Step.CashPay(cash, personal, account));
        return new SplitAmounts(
                parts.totalCost(),
                parts.fullSelfPay(),
                parts.overLimitSelfPay(),
                parts.upfrontSelfPay(),
                eligible,
                transfer,
                deductible,
                terms.ratio().ratio(),
                funds.pooled(),
                funds.large(),
                funds.serious(),
                fund,
                personal,
                account,
                cash);
    }

    /** What the funds pay. */
    private record Funds(Money pooled, Money large, Money serious) {

        static final Funds NOTHING = new Funds(Money.ZERO, Money.ZERO, Money.ZERO);

        Funds plus(Funds other) {
            return new Funds(pooled.plus(other.pooled), large.plus(other.large), serious.plus(other.serious));
        }

        Money sum() {
            return pooled.plus(large).plus(serious);
        }
    }

    /**
     * Steps 7 to 9. A stay over the end of a benefit period takes them in each of its periods where the policy divides it by days; the
     * admission and its deductible stay in the period of the discharge.
     *
     * @param shared cost of which the fund pays a share
     * @param borne what the year's burden is counted from, before any fund pays
     */
    private Funds fundsOf(Money shared, Money borne) {
        Figure<YearEnd> reading = terms.readings().yearEnd();
        if (reading == null
                || reading.value() == YearEnd.BY_DISCHARGE
                || circumstances.serviceType() != ServiceType.INPATIENT) {
            return fundsIn(period, shared, borne);
        }
        List<Stretch> stretches = circumstances.stretches();
        Funds sum = Funds.NOTHING;
        for (Stretch stretch : stretches) {
            Money cost = stretch.partOf(shared);
            if (stretches.size() > 1) {
                steps.add(() -> new Step.DividedByDays(cost, shared, stretch, reading));
            }
            sum = sum.plus(fundsIn(stretch.period(), cost, stretch.partOf(borne)));
        }
        return sum;
    }

    private Funds fundsIn(String year, Money shared, Money borne) {
        Step.PooledFundPay pooled = pooledFundPay(year, shared);
        Money large = largeAmountPay(year, shared.minus(pooled.covered()));
        Money serious = seriousIllnessPay(year, borne.minus(pooled.amount()).minus(large));
        return new Funds(pooled.amount(), large, serious);
    }

    /** Step 5. The upfront part never exceeds the eligible cost, whatever it is taken from. */
    private Money transferSelfPay(Money eligible, Money upfront) {
        Figure<Ratio> share = terms.upfront();
        Figure<UpfrontBase> reading = terms.readings().upfrontBase();
        Money base = switch (reading.value()) {
            case ELIGIBLE_COST -> eligible;
            case COST_BEFORE_CLASS_B -> eligible.plus(upfront);
        };
        Money amount = share == null ? Money.ZERO : share.value().of(base).min(eligible);
        steps.add(() -> new Step.TransferSelfPay(amount, base, share, reading));
        return amount;
    }

    /** Step 6: on what the transfer left, and at most that. */
    private Money deductible(Money cost) {
        return switch (terms.deductible()) {
            case null -> {
                steps.add(() -> Step.Deductible.none(cost));
                yield Money.ZERO;
            }
            case DeductibleTerms.Yearly yearly -> deductibleOfYear(cost, yearly);
            case DeductibleTerms.PerAdmission admission -> deductibleOfAdmission(cost, admission);
        };
    }

    private Money deductibleOfYear(Money cost, DeductibleTerms.Yearly yearly) {
        String key = key(Counter.deductibleOf(circumstances.serviceType()));
        Money nominal = yearly.amount().value();
        Money used = before.amount(key);
        Money amount = cost.min(nominal.minus(used).max(Money.ZERO));
        move(key, amount);
        steps.add(() -> new Step.Deductible(amount, cost, nominal, used, 0, figuresOf(yearly, null)));
        return amount;
    }

    private Money deductibleOfAdmission(Money cost, DeductibleTerms.PerAdmission admission) {
        ContinuedAdmission continued = circumstances.continued();
        Money paid = continued == null ? Money.ZERO : continued.deductiblePaid();
        long number = continued != null && continued.isCounted() ? continued.number() : countAdmission();
        Figure<Ratio> share = admission.shareOf(number).orElse(null);
        Money whole = admission.amount().value();
        Money nominal = share == null ? whole : share.value().of(whole);
        Money amount = cost.min(nominal.minus(paid).max(Money.ZERO));
        steps.add(() -> new Step.Deductible(amount, cost, nominal, paid, number, figuresOf(admission, share)));
        return amount;
    }

    private long countAdmission() {
        String key = key(Counter.ADMISSIONS);
        move(key, 1);
        return before.value(key) + 1;
    }

    private static List<Figure<?>> figuresOf(DeductibleTerms deductible, @Nullable Figure<Ratio> share) {
        List<Figure<?>> figures = new ArrayList<>(3);
        figures.add(deductible.amount());
        Figure<DeductibleLevel> levelReading = deductible.levelReading();
        if (levelReading != null) {
            figures.add(levelReading);
        }
        if (share != null) {
            figures.add(share);
        }
        return figures;
    }

    /** Steps 7 and 8. Where the ceiling cuts, the cost already covered is worked back by the ratio (domain.md §2 no. 26). */
    private Step.PooledFundPay pooledFundPay(String year, Money cost) {
        Ratio ratio = terms.ratio().ratio();
        Money share = ratio.of(cost);
        steps.add(() -> new Step.ShareByRatio(share, cost, terms.ratio()));
        Figure<CeilingBasis> basis = terms.readings().ceilingBasis();
        Figure<Money> ceiling = terms.ceiling();
        if (ceiling == null) {
            Step.PooledFundPay uncapped = new Step.PooledFundPay(share, share, null, basis, Money.ZERO, cost);
            steps.add(() -> uncapped);
            return uncapped;
        }
        String key =
                Counter.ceilingOf(circumstances.serviceType(), basis.value()).key(year);
        Money used = before.amount(key);
        Money room = ceiling.value().minus(used).max(Money.ZERO);
        Step.PooledFundPay step = switch (basis.value()) {
            case FUND_PAY -> {
                Money amount = share.min(room);
                Money covered = amount.equals(share) ? cost : ratio.wholeOf(amount);
                move(key, amount);
                yield new Step.PooledFundPay(amount, share, ceiling, basis, used, covered);
            }
            case COST -> {
                Money covered = cost.min(room);
                move(key, covered);
                yield new Step.PooledFundPay(ratio.of(covered), share, ceiling, basis, used, covered);
            }
        };
        steps.add(() -> step);
        return step;
    }

    /** Step 8, above the ceiling. */
    private Money largeAmountPay(String year, Money excess) {
        LargeAmountFund fund = terms.largeAmount();
        if (fund == null) {
            return Money.ZERO;
        }
        String key = Counter.LARGE.key(year);
        Money used = before.amount(key);
        Money room = fund.ceiling().value().minus(used).max(Money.ZERO);
        Money amount = fund.ratio().value().of(excess).min(room);
        move(key, amount);
        steps.add(() -> new Step.LargeAmountPay(amount, excess, fund, used));
        return amount;
    }

    /** Step 9: the bands lie on the year's burden, of which this bill takes the stretch from before to before plus its own. */
    private Money seriousIllnessPay(String year, Money burden) {
        SeriousIllnessInsurance insurance = terms.seriousIllness();
        if (insurance == null) {
            return Money.ZERO;
        }
        String key = Counter.BURDEN.key(year);
        Money burdenBefore = before.amount(key);
        Money burdenAfter = burdenBefore.plus(burden);
        move(key, burden);
        steps.add(() -> new Step.Burden(burden, burdenBefore, insurance));
        Money sum = Money.ZERO;
        for (RatioBand band : insurance.bands().value()) {
            Money portion = band.portionOf(burdenBefore, burdenAfter);
            if (portion.isPositive()) {
                Money amount = band.ratio().of(portion);
                steps.add(() -> new Step.SeriousIllnessPay(amount, portion, band, insurance.bands()));
                sum = sum.plus(amount);
            }
        }
        return sum;
    }

    /** Step 11. The account is never overdrawn. */
    private Money personalAccountPay(Money personal, Money outOfScope) {
        Figure<AccountScope> scope = terms.readings().accountScope();
        Money allowed = switch (scope.value()) {
            case ALL_PERSONAL -> personal;
            case IN_SCOPE_ONLY -> personal.minus(outOfScope).max(Money.ZERO);
        };
        Money balance = before.amount(Counter.ACCOUNT.word()).max(Money.ZERO);
        boolean isWanted = circumstances.usesPersonalAccount();
        Money amount = isWanted ? balance.min(allowed) : Money.ZERO;
        move(Counter.ACCOUNT.word(), amount.negate());
        steps.add(() -> new Step.PersonalAccountPay(amount, isWanted, balance, allowed, scope));
        return amount;
    }

    private String key(Counter counter) {
        return counter.key(period);
    }

    private void move(String key, Money amount) {
        move(key, amount.fen());
    }

    private void move(String key, long value) {
        if (value != 0) {
            moves.merge(key, value, Math::addExact);
        }
    }
}
