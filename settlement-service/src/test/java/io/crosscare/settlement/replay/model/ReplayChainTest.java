package io.crosscare.settlement.replay.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosscare.chassis.money.Money;
import io.crosscare.settlement.benefit.model.BenefitCalculation;
import io.crosscare.settlement.benefit.model.BillBuilder;
import io.crosscare.settlement.benefit.model.CostSplit;
import io.crosscare.settlement.benefit.model.PolicyPack;
import io.crosscare.settlement.benefit.model.ServiceType;
import io.crosscare.settlement.chain.model.Basis;
import io.crosscare.settlement.chain.model.CanonicalForm;
import io.crosscare.settlement.chain.model.Entries;
import io.crosscare.settlement.chain.model.Entry;
import io.crosscare.settlement.chain.model.EntryKind;
import io.crosscare.settlement.chain.model.Head;
import io.crosscare.settlement.chain.model.Scope;
import io.crosscare.settlement.chain.model.Settlement;
import io.crosscare.settlement.direct.model.FrozenBill;
import io.crosscare.settlement.policy.ShippedPacks;
import io.crosscare.settlement.replay.model.ReplayChain.Priced;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A chain lived through again: stays of 10,000 yuan each of an active employee of Zhenjiang at level 3 in Shanghai. */
class ReplayChainTest {

    private static final String PACK = "321100-employee-2019";
    private static final ReplayPeriod YEAR =
            new ReplayPeriod(LocalDate.parse("2019-01-01"), LocalDate.parse("2019-12-31"));

    private final PolicyPack settledWith = ShippedPacks.named(PACK);
    private final Map<Entry, @Nullable Priced> chain = new LinkedHashMap<>();
    private Head head = Head.empty(Entries.PERSON);

    @Test
    void changesNothingWithThePolicyThatWasTheLaw() {
        stay();
        stay();

        Impact total = replay(settledWith);

        assertThat(total.settlements()).isEqualTo(2);
        assertThat(total.unchanged()).isEqualTo(2);
        assertThat(total.fundPayAfter()).isEqualTo(total.fundPayBefore());
    }

    /** 800 yuan of deductible instead of 600, then half of it at the second admission: 87 % of 200 and of 100 less. */
    @Test
    void tellsWhoLosesAndHowMuch() {
        stay();
        stay();

        Impact total = replay(ShippedPacks.edited(
                PACK, "ZJ.EMP.IP.DED.L3:         {fen: 80000", "ZJ.EMP.IP.DED.L3:         {fen: 100000"));

        assertThat(total.losers()).isEqualTo(2);
        assertThat(total.winners()).isZero();
        assertThat(total.fundPayBefore().minus(total.fundPayAfter())).isEqualTo(Money.ofFen(17_400 + 8_700));
        assertThat(total.personalPayAfter().minus(total.personalPayBefore())).isEqualTo(Money.ofFen(17_400 + 8_700));
    }

    /** With a ceiling of 8,004 yuan the first stay uses all of it, so that the second one gets nothing from the pooled fund. */
    @Test
    void carriesWhatTheYearWouldHaveHeldToTheNextBill() {
        stay();
        stay();

        Impact total = replay(ShippedPacks.edited(
                PACK, "ZJ.EMP.CAP:               {fen: 30000000", "ZJ.EMP.CAP:               {fen: 800400"));

        assertThat(total.fundPayBefore()).isEqualTo(Money.ofFen(800_400 + 835_200));
        assertThat(total.fundPayAfter()).isEqualTo(Money.ofFen(800_400 + 864_000));
        assertThat(total.winners()).isEqualTo(1);
    }

    @Test
    void leavesOutWhatWasUndoneAndWhatItUsed() {
        Settlement undone = stay();
        chain.put(Entries.undo(head, undone, EntryKind.CANCELLATION, "undo"), null);
        head = Head.of(lastEntry());
        stay();

        Impact total = replay(ShippedPacks.edited(
                PACK, "ZJ.EMP.IP.DED.L3:         {fen: 80000", "ZJ.EMP.IP.DED.L3:         {fen: 100000"));

        assertThat(total.settlements()).isEqualTo(1);
        assertThat(total.fundPayBefore().minus(total.fundPayAfter())).isEqualTo(Money.ofFen(17_400));
    }

    @Test
    void countsWhatCouldNotHaveBeenSettled() {
        stay();
        PolicyPack withoutStays = new PolicyPack(
                settledWith.name(),
                settledWith.title(),
                settledWith.region(),
                settledWith.plan(),
                settledWith.personTypes(),
                settledWith.from(),
                settledWith.to(),
                settledWith.readings(),
                Map.of(ServiceType.OUTPATIENT, settledWith.services().get(ServiceType.OUTPATIENT)),
                settledWith.transfer(),
                null);

        ReplayChain replay = lived(withoutStays);

        assertThat(replay.end()).singleElement().satisfies(one -> {
            assertThat(one.refusal()).isEqualTo("SERVICE_NOT_COVERED");
            assertThat(one.impact().newlyRefused()).isEqualTo(1);
        });
    }

    @Test
    void makesACandidateOfAnotherYearTheLawOfThePeriod() {
        stay();

        assertThat(replay(settledWith.between(LocalDate.parse("2030-01-01"), null))
                        .unchanged())
                .isEqualTo(1);
        ReplayChain later = new ReplayChain(
                settledWith, new ReplayPeriod(LocalDate.parse("2020-01-01"), LocalDate.parse("2020-12-31")));
        chain.forEach((entry, priced) -> assertThat(later.isConcerned(
                        (Settlement) entry, Objects.requireNonNull(priced).bill()))
                .isFalse());
    }

    private Impact replay(PolicyPack candidate) {
        return lived(candidate).end().stream().map(Replayed::impact).reduce(Impact.NONE, Impact::plus);
    }

    private ReplayChain lived(PolicyPack candidate) {
        ReplayChain replay = new ReplayChain(candidate, YEAR);
        chain.forEach((entry, priced) -> {
            if (entry instanceof Settlement settlement && priced != null) {
                replay.next(settlement, priced);
            } else {
                replay.next(entry);
            }
        });
        return replay;
    }

    private Settlement stay() {
        BillBuilder builder = BillBuilder.aBill().covered(1_000_000);
        int number = chain.size();
        FrozenBill bill = new FrozenBill(
                "%032d".formatted(number),
                builder.bill(),
                null,
                "LONG_TERM_RESIDENT",
                null,
                "c".repeat(64),
                "d".repeat(64));
        CostSplit split =
                (CostSplit) BenefitCalculation.split(bill.bill(), settledWith, builder.catalogue(), head.counters());
        Settlement settlement = new Settlement(
                head.next(Entries.NOW, split.delta()),
                Entries.key("settle-" + number),
                new CanonicalForm("test").text("request").hash(),
                bill.careOf(Entries.visit((char) ('a' + number)), new Scope.Batch("1"), Entries.ZHONGSHAN),
                0,
                split.amounts(),
                new Basis(bill.hash(), bill.policyHash(), bill.catalogueHash(), BenefitCalculation.CALCULATION_VERSION),
                Settlement.ANSWER_VERSION,
                null,
                Set.of());
        chain.put(settlement, new Priced(bill, builder.catalogue()));
        head = Head.of(settlement);
        return settlement;
    }

    private Entry lastEntry() {
        return ((LinkedHashMap<Entry, @Nullable Priced>) chain).lastEntry().getKey();
    }
}
