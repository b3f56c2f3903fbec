package io.crosscare.settlement.direct;

import static io.crosscare.settlement.document.Awaited.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crosscare.settlement.Faults;
import io.crosscare.settlement.chain.InMemoryChain;
import io.crosscare.settlement.chain.SettlementState;
import io.crosscare.settlement.chain.model.Entry;
import io.crosscare.settlement.chain.model.Head.HeadName;
import io.crosscare.settlement.chain.model.Settlement;
import io.crosscare.settlement.chain.model.Unpublished;
import io.crosscare.settlement.direct.SettleOutcome.Refused;
import io.crosscare.settlement.direct.SettleOutcome.Replayed;
import io.crosscare.settlement.direct.SettleOutcome.Settled;
import io.crosscare.settlement.visit.TestVisits;
import io.crosscare.settlement.visit.model.Visit;
import io.micrometer.core.instrument.Gauge;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A process that stops before or after any write of a settlement loses no answer and doubles no money. Each test stops at every
 * write in turn: bill, marker, invoice, entry, visit.
 */
class SettleBillCrashTest {

    private static final int WRITES = 5;
    private static final String KEY = "key-1";

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
    void settlesInFiveWrites() {
        Visit visit = opened();
        faults.failAt(0, false);

        assertThat(world.settle(visit, KEY)).isInstanceOf(Settled.class);

        assertThat(faults.writes()).isEqualTo(WRITES);
    }

    @ParameterizedTest(name = "write {0}, after it: {1}")
    @MethodSource("everyStop")
    void givesTheSameRequestItsOneSettlement(int write, boolean afterIt) {
        Visit visit = opened();
        stopAt(visit, write, afterIt);

        SettleOutcome again = world.settle(visit, KEY);
        SettleOutcome onceMore = world.settle(visit, KEY);

        Settlement settlement = settlementOf(again);
        assertThat(onceMore).isEqualTo(new Replayed(settlement, SettlementState.LIVE));
        assertSettledOnce(visit, settlement);
    }

    @ParameterizedTest(name = "write {0}, after it: {1}")
    @MethodSource("everyStop")
    void isFinishedByTheSweeperOnceTheMarkerIsSet(int write, boolean afterIt) {
        Visit visit = opened();
        stopAt(visit, write, afterIt);
        boolean isMarked = write > 2 || (write == 2 && afterIt);

        world.sweepLater();

        assertThat(settlements()).hasSize(isMarked ? 1 : 0);
        assertThat(world.stored(visit)).isInstanceOf(isMarked ? Visit.Settled.class : Visit.Open.class);
        if (isMarked) {
            assertSettledOnce(visit, settlements().getFirst());
            assertThat(world.settle(visit, KEY))
                    .isEqualTo(new Replayed(settlements().getFirst(), SettlementState.LIVE));
        }
    }

    @Test
    void tellsOperationsOfWhatItFoundLeftBehind() {
        Visit visit = opened();
        stopAt(visit, 3, false);

        world.sweepLater();
        double found = unresolved();
        world.sweepLater();

        assertThat(found).isEqualTo(1);
        assertThat(unresolved()).isZero();
    }

    private double unresolved() {
        return world.meters.get("crosscare.unresolved").tag("kind", "SETTLEMENT").gauges().stream()
                .mapToDouble(Gauge::value)
                .sum();
    }

    @ParameterizedTest(name = "write {0}, after it: {1}")
    @MethodSource("everyStop")
    void paysOnceWhenTheButtonIsPressedAgainUnderAnotherKey(int write, boolean afterIt) {
        Visit visit = opened();
        stopAt(visit, write, afterIt);
        boolean isMarked = write > 2 || (write == 2 && afterIt);

        SettleOutcome second = world.settle(visit, "key-2");

        if (isMarked) {
            Settlement first = settlements().getFirst();
            assertThat(((Refused) second).refusal().settlementId())
                    .isEqualTo(first.id().value());
            assertSettledOnce(visit, first);
        } else {
            assertSettledOnce(visit, settlementOf(second));
        }
    }

    @ParameterizedTest(name = "write {0}, after it: {1}")
    @MethodSource("everyStop")
    void survivesAStopOfTheOneThatFinishesIt(int write, boolean afterIt) {
        Visit visit = opened();
        stopAt(visit, 2, true);
        world.clock.advance(Duration.ofMinutes(1));
        faults.failAt(write, afterIt);
        world.sweep.sweep().onErrorComplete(Faults.Stopped.class).block();
        faults.stop();

        world.sweepLater();

        assertSettledOnce(visit, settlements().getFirst());
    }

    @Test
    void leavesAYoungMarkerToWhoeverSetIt() {
        Visit visit = opened();
        stopAt(visit, 2, true);

        world.sweep.sweep().block();

        assertThat(world.stored(visit)).isInstanceOf(Visit.Settling.class);
        assertThat(settlements()).isEmpty();
    }

    @Test
    void opensTheVisitAgainWhereRollingForwardIsRefused() {
        Visit visit = opened();
        HeadName previewed =
                await(world.chain.head(visit.registration().person())).name();
        faults.failAt(2, true);
        assertThatThrownBy(() -> world.settle(visit, KEY, previewed)).isInstanceOf(Faults.Stopped.class);
        faults.stop();
        Visit other = world.visitD01('b');
        assertThat(world.settle(other, "key-other")).isInstanceOf(Settled.class);

        world.sweepLater();

        assertThat(world.stored(visit)).isInstanceOf(Visit.Open.class);
        assertThat(settlements()).hasSize(1);
        assertThat(world.settle(visit, "key-3")).isInstanceOf(Settled.class);
    }

    @Test
    void isNotStaleBecauseItsOwnEntryHasMovedTheHead() {
        Visit visit = opened();
        HeadName previewed =
                await(world.chain.head(visit.registration().person())).name();
        faults.failAt(4, true);
        assertThatThrownBy(() -> world.settle(visit, KEY, previewed)).isInstanceOf(Faults.Stopped.class);
        faults.stop();

        SettleOutcome again = world.settle(visit, KEY, previewed);

        assertThat(again).isInstanceOf(Replayed.class);
        assertSettledOnce(visit, settlementOf(again));
    }

    private Visit opened() {
        world.openD01();
        return world.visitD01('a');
    }

    private void stopAt(Visit visit, int write, boolean afterIt) {
        faults.failAt(write, afterIt);
        assertThatThrownBy(() -> world.settle(visit, KEY)).isInstanceOf(Faults.Stopped.class);
        faults.stop();
    }

    private void assertSettledOnce(Visit visit, Settlement settlement) {
        assertThat(settlements()).containsExactly(settlement);
        assertThat(settlement.amounts().cashPay().fen()).isEqualTo(30_467);
        assertThat(world.counters()).isEqualTo(settlement.link().after());
        // The key was replayed from the chain, so the visit may wait for the sweeper to be moved on.
        world.sweepLater();
        Visit stored = world.stored(visit);
        assertThat(stored).isInstanceOf(Visit.Settled.class);
        assertThat(stored.unpublished()).containsExactly(new Unpublished(settlement.id(), TestVisits.TRACEPARENT));
    }

    private static Settlement settlementOf(SettleOutcome outcome) {
        return switch (outcome) {
            case Settled(Settlement settlement) -> settlement;
            case Replayed(Settlement settlement, SettlementState _) -> settlement;
            case Refused refused -> throw new AssertionError("refused: " + refused.refusal());
        };
    }

    private List<Settlement> settlements() {
        List<Entry> entries = ((InMemoryChain) world.chain).entries();
        return entries.stream()
                .filter(Settlement.class::isInstance)
                .map(Settlement.class::cast)
                .toList();
    }
}
