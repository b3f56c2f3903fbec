package io.crosscare.settlement.direct;

import static io.crosscare.settlement.document.Awaited.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crosscare.chassis.money.Money;
import io.crosscare.chassis.problem.ProblemException;
import io.crosscare.settlement.Faults;
import io.crosscare.settlement.benefit.model.Counters;
import io.crosscare.settlement.chain.InMemoryChain;
import io.crosscare.settlement.chain.SettlementState;
import io.crosscare.settlement.chain.model.Entry;
import io.crosscare.settlement.chain.model.EntryId;
import io.crosscare.settlement.chain.model.EntryKind;
import io.crosscare.settlement.chain.model.Settlement;
import io.crosscare.settlement.direct.AdjustSettlement.Adjusted;
import io.crosscare.settlement.direct.SettleOutcome.Refused;
import io.crosscare.settlement.direct.SettleOutcome.Replayed;
import io.crosscare.settlement.direct.SettleOutcome.Settled;
import io.crosscare.settlement.direct.model.LineReturn;
import io.crosscare.settlement.direct.model.Outcome;
import io.crosscare.settlement.visit.TestVisits;
import io.crosscare.settlement.visit.model.Visit;
import io.crosscare.settlement.visit.model.VisitLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A part refund is one entry: minus the whole plus the split of the rest. It stands where the whole stood, is written once
 * wherever its process stops, and comes to what a cancellation and a settlement of the rest would.
 */
class AdjustSettlementTest {

    /** Rest of the bill, intent, entry, visit, intent. */
    private static final int WRITES = 5;

    private static final String KEY = "key-1";
    private static final String ADJUST_KEY = "adjust-1";

    /** One of the three lines of D01 that cost 585 yuan, half of it. */
    private static final LineReturn HALF = new LineReturn(1, 5_000, Money.ofFen(29_250));

    private static final LineReturn FIRST_LINE = new LineReturn(1, 10_000, Money.ofFen(58_500));

    private final Faults faults = Faults.none();
    private final SettlingWorld world = SettlingWorld.onFakes(faults);

    static List<Arguments> everyStop() {
        List<Arguments> stops = new ArrayList<>();
        for (int write = 1; write <= WRITES; write++) {
            stops.add(Arguments.of(write, false));
            stops.add(Arguments.of(write, true));
        }
        return stops;
    }

    @Test
    void adjustsInFiveWrites() {
        Settlement settlement = settled(opened());
        faults.failAt(0, false);

        Adjusted adjusted = world.adjust(settlement, ADJUST_KEY, HALF);

        assertThat(faults.writes()).isEqualTo(WRITES);
        assertThat(adjusted.isReplay()).isFalse();
        assertThat(adjusted.state()).isEqualTo(SettlementState.LIVE);
        Settlement adjustment = adjusted.adjustment();
        assertThat(adjustment.kind()).isEqualTo(EntryKind.ADJUSTMENT);
        assertThat(adjustment.amounts().totalCost())
                .isEqualTo(settlement.amounts().totalCost().minus(Money.ofFen(29_250)));
    }

    @Test
    void standsWhereTheWholeStood() {
        Visit visit = opened();
        Settlement settlement = settled(visit);

        Settlement adjustment = world.adjust(settlement, ADJUST_KEY, HALF).adjustment();

        assertThat(nameIn(visit)).isEqualTo(adjustment.id());
        assertThat(world.settle(visit, KEY)).isEqualTo(new Replayed(settlement, SettlementState.ADJUSTED));
        assertThat(((Refused) world.settle(visit, "key-2")).refusal().settlementId())
                .isEqualTo(adjustment.id().value());
        assertThat(world.outcome(KEY)).isEqualTo(Outcome.ADJUSTED);
        assertThat(world.outcome(EntryKind.ADJUSTMENT, ADJUST_KEY)).isEqualTo(Outcome.ADJUSTED);
    }

    @ParameterizedTest(name = "write {0}, after it: {1}")
    @MethodSource("everyStop")
    void givesTheSameRequestItsOneAdjustment(int write, boolean afterIt) {
        Visit visit = opened();
        Settlement settlement = settled(visit);
        stopAt(settlement, write, afterIt);

        Adjusted again = world.adjust(settlement, ADJUST_KEY, HALF);
        Adjusted onceMore = world.adjust(settlement, ADJUST_KEY, HALF);

        assertThat(onceMore).isEqualTo(new Adjusted(again.adjustment(), true, SettlementState.LIVE));
        assertThat(adjustments()).containsExactly(again.adjustment());
        assertThat(nameIn(visit)).isEqualTo(again.adjustment().id());
        assertThat(await(world.intents.unpublished(10).collectList())).hasSize(1);
    }

    @ParameterizedTest(name = "write {0}, after it: {1}")
    @MethodSource("everyStop")
    void isRolledForwardByTheSweeperOnceTheIntentIsStored(int write, boolean afterIt) {
        Visit visit = opened();
        Settlement settlement = settled(visit);
        stopAt(settlement, write, afterIt);
        boolean isIntended = write > 2 || (write == 2 && afterIt);

        world.sweepLater();

        assertThat(adjustments()).hasSize(isIntended ? 1 : 0);
        assertThat(nameIn(visit))
                .isEqualTo(isIntended ? adjustments().getFirst().id() : settlement.id());
        assertThat(world.outcome(EntryKind.ADJUSTMENT, ADJUST_KEY))
                .isEqualTo(isIntended ? Outcome.ADJUSTED : Outcome.NEVER_SEEN);
    }

    @ParameterizedTest(name = "write {0}, after it: {1}")
    @MethodSource("everyStop")
    void leavesNothingWhenItsCancellationComesBeforeItsVisitKnows(int write, boolean afterIt) {
        Visit visit = opened();
        Counters before = world.counters();
        Settlement settlement = settled(visit);
        stopAt(settlement, write, afterIt);
        Settlement last = adjustments().isEmpty() ? settlement : adjustments().getFirst();

        world.cancel(last, "cancel-1");
        world.sweepLater();

        assertThat(world.counters()).isEqualTo(before);
        assertThat(world.stored(visit)).isInstanceOf(Visit.Open.class);
        assertThat(world.stored(visit).fees().batches().getFirst().settledBy()).isNull();
        assertThat(((Settled) world.settle(visit, "key-2")).settlement().amounts())
                .isEqualTo(settlement.amounts());
    }

    @Test
    void canBeAdjustedAgainAndCancelled() {
        Visit visit = opened();
        Counters before = world.counters();
        Settlement settlement = settled(visit);
        Settlement last = settlement;
        for (int i = 1; i <= 12; i++) {
            last = world.adjust(last, "adjust-" + i, new LineReturn(1, 100, Money.ofFen(585)))
                    .adjustment();
        }

        world.cancel(last, "cancel-1");

        assertThat(world.counters()).isEqualTo(before);
        assertThat(world.settle(visit, KEY)).isEqualTo(new Replayed(settlement, SettlementState.CANCELLED));
        assertThat(((Settled) world.settle(visit, "key-2")).settlement().generation())
                .isEqualTo(1);
    }

    @Test
    void tellsWhoeverComesLaterWhatTookTheSettlementAway() {
        Visit visit = opened();
        Settlement settlement = settled(visit);
        Settlement adjustment = world.adjust(settlement, ADJUST_KEY, HALF).adjustment();

        assertConflict(() -> world.cancel(settlement, "cancel-1"), "settlementId", adjustment);
        assertConflict(() -> world.reverse(KEY, "reverse-1"), "settlementId", adjustment);
        assertConflict(() -> world.adjust(settlement, "adjust-2", FIRST_LINE), "settlementId", adjustment);
        assertThat(world.adjust(settlement, "adjust-3", HALF))
                .isEqualTo(new Adjusted(adjustment, true, SettlementState.LIVE));
        Entry undo = world.cancel(adjustment, "cancel-2").entry();
        assertConflict(
                () -> world.adjust(adjustment, "adjust-4", new LineReturn(1, 100, Money.ofFen(585))), "entryId", undo);
        world.sweepLater();
        assertThat(world.outcome(EntryKind.CANCELLATION, "cancel-1")).isEqualTo(Outcome.ADJUSTED);
    }

    @Test
    void refusesByFieldWhatTheBillDoesNotHold() {
        Settlement settlement = settled(opened());

        assertInvalid(settlement, "returns[0].lineNumber", new LineReturn(9, 10_000, Money.ofFen(100)));
        assertInvalid(settlement, "returns[0].quantity", new LineReturn(1, 10_001, Money.ofFen(58_500)));
        assertInvalid(settlement, "returns[1].amountFen", HALF, new LineReturn(3, 10_000, Money.ofFen(4_201)));
        assertInvalid(settlement, "returns[0].amountFen", new LineReturn(1, 5_000, Money.ofFen(29_000)));
        assertInvalid(settlement, "returns[0].amountFen", new LineReturn(1, 10_000, Money.ofFen(58_499)));
        assertInvalid(
                settlement,
                "returns",
                FIRST_LINE,
                new LineReturn(2, 10_000, Money.ofFen(38_655)),
                new LineReturn(3, 10_000, Money.ofFen(4_200)));
        assertThat(adjustments()).isEmpty();
    }

    /** On 200 generated bills, with other bills settled before and after. */
    @Test
    void comesToWhatACancellationAndASettlementOfTheRestWould() {
        for (long seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            SettlingWorld one = SettlingWorld.onFakes(Faults.none());
            SettlingWorld other = SettlingWorld.onFakes(Faults.none());
            List<VisitLine> lines = lines(random);
            LineReturn returned = returned(random, lines.getFirst());
            List<VisitLine> rest = rest(lines, returned);
            long later = 10_000L + random.nextInt(3_000_000);

            Settlement adjusted = settleAround(one, lines, later);
            Settlement cancelled = settleAround(other, lines, later);
            Settlement adjustment = one.adjust(adjusted, ADJUST_KEY, returned).adjustment();
            other.cancel(cancelled, "cancel");
            Settlement anew = ((Settled) other.settle(other.visit('r', rest), "anew")).settlement();

            assertThat(adjustment.amounts()).as("seed %d", seed).isEqualTo(anew.amounts());
            assertThat(adjustment.counted()).as("seed %d", seed).isEqualTo(anew.counted());
            assertThat(one.counters()).as("seed %d", seed).isEqualTo(other.counters());
            one.cancel(adjustment, "cancel");
            other.cancel(anew, "cancel-anew");
            assertThat(one.counters()).as("seed %d", seed).isEqualTo(other.counters());
        }
    }

    private static Settlement settleAround(SettlingWorld world, List<VisitLine> lines, long later) {
        world.openD01();
        Settlement settlement = ((Settled) world.settle(world.visit('a', lines), KEY)).settlement();
        world.settle(world.visit('b', List.of(TestVisits.line(1, "1", later))), "later");
        return settlement;
    }

    private static List<VisitLine> lines(Random random) {
        return List.of(
                TestVisits.line(1, "1", "YP0101", 2L * (1 + random.nextInt(1_000_000))),
                TestVisits.line(2, "1", "ZL0001", 1 + random.nextInt(300_000)),
                TestVisits.line(3, "1", "XX9999", 1 + random.nextInt(10_000)));
    }

    /** The whole first line, or half of it. */
    private static LineReturn returned(Random random, VisitLine line) {
        long divisor = random.nextBoolean() ? 1 : 2;
        return new LineReturn(
                1,
                line.line().quantityTenThousandths() / divisor,
                Money.ofFen(line.line().amount().fen() / divisor));
    }

    private static List<VisitLine> rest(List<VisitLine> lines, LineReturn returned) {
        VisitLine first = lines.getFirst();
        List<VisitLine> rest = new ArrayList<>(lines.subList(1, lines.size()));
        if (!returned.isWhole(first.line())) {
            rest.addFirst(new VisitLine(first.batch(), returned.restOf(first.line())));
        }
        return rest;
    }

    private Visit opened() {
        world.openD01();
        return world.visitD01('a');
    }

    private Settlement settled(Visit visit) {
        return ((Settled) world.settle(visit, KEY)).settlement();
    }

    private void stopAt(Settlement settlement, int write, boolean afterIt) {
        faults.failAt(write, afterIt);
        assertThatThrownBy(() -> world.adjust(settlement, ADJUST_KEY, HALF)).isInstanceOf(Faults.Stopped.class);
        faults.stop();
    }

    private @Nullable EntryId nameIn(Visit visit) {
        return world.stored(visit).fees().batches().getFirst().settledBy();
    }

    private List<Settlement> adjustments() {
        return ((InMemoryChain) world.chain)
                .entries().stream()
                        .filter(entry -> entry.kind() == EntryKind.ADJUSTMENT)
                        .map(Settlement.class::cast)
                        .toList();
    }

    private void assertInvalid(Settlement settlement, String field, LineReturn... returns) {
        assertThatThrownBy(() -> world.adjust(settlement, "adjust-bad", returns))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.errors())
                                .anySatisfy(error -> assertThat(error.field()).isEqualTo(field)));
    }

    private static void assertConflict(Runnable request, String names, Entry entry) {
        assertThatThrownBy(request::run)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.extensions())
                                .containsEntry(names, entry.id().value()));
    }
}
