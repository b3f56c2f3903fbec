package io.crosscare.settlement.direct;

import static io.crosscare.settlement.document.Awaited.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crosscare.settlement.Faults;
import io.crosscare.settlement.benefit.model.Counters;
import io.crosscare.settlement.chain.InMemoryChain;
import io.crosscare.settlement.chain.SettlementState;
import io.crosscare.settlement.chain.model.Entry;
import io.crosscare.settlement.chain.model.EntryId;
import io.crosscare.settlement.chain.model.EntryKind;
import io.crosscare.settlement.chain.model.Settlement;
import io.crosscare.settlement.chain.model.Undo;
import io.crosscare.settlement.chain.model.Unpublished;
import io.crosscare.settlement.chain.model.VoidedKey;
import io.crosscare.settlement.direct.SettleOutcome.Refused;
import io.crosscare.settlement.direct.SettleOutcome.Replayed;
import io.crosscare.settlement.direct.SettleOutcome.Settled;
import io.crosscare.settlement.direct.model.Outcome;
import io.crosscare.settlement.intent.RecordIntent.Recorded;
import io.crosscare.settlement.visit.TestVisits;
import io.crosscare.settlement.visit.model.Visit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A process that stops before or after any write of an undo undoes once, gives back all that was taken, and leaves the visit
 * open for another settlement. Each test stops at every write in turn: intent, entry, visit, invoice, intent.
 */
class UndoCrashTest {

    private static final int WRITES = 5;
    private static final String KEY = "key-1";
    private static final String UNDO_KEY = "undo-1";

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
    void cancelsInFiveWrites() {
        Settlement settlement = settled(opened());
        faults.failAt(0, false);

        Recorded cancelled = world.cancel(settlement, UNDO_KEY);

        assertThat(faults.writes()).isEqualTo(WRITES);
        assertThat(cancelled.isReplay()).isFalse();
        assertThat(cancelled.entry()).isInstanceOf(Undo.class);
    }

    @ParameterizedTest(name = "write {0}, after it: {1}")
    @MethodSource("everyStop")
    void givesTheSameCancellationItsOneUndo(int write, boolean afterIt) {
        Visit visit = opened();
        Counters before = world.counters();
        Settlement settlement = settled(visit);
        stopCancellationAt(settlement, write, afterIt);

        Recorded again = world.cancel(settlement, UNDO_KEY);
        Recorded onceMore = world.cancel(settlement, UNDO_KEY);

        assertThat(onceMore).isEqualTo(new Recorded(again.entry(), true));
        assertUndoneOnce(visit, settlement, before);
    }

    @ParameterizedTest(name = "write {0}, after it: {1}")
    @MethodSource("everyStop")
    void isFinishedByTheSweeperOnceTheIntentIsStored(int write, boolean afterIt) {
        Visit visit = opened();
        Counters before = world.counters();
        Settlement settlement = settled(visit);
        stopCancellationAt(settlement, write, afterIt);
        boolean isIntended = write > 1 || afterIt;

        world.sweepLater();

        if (isIntended) {
            assertUndoneOnce(visit, settlement, before);
            assertThat(world.outcome(EntryKind.CANCELLATION, UNDO_KEY)).isEqualTo(Outcome.CANCELLED);
        } else {
            assertThat(undos()).isEmpty();
            assertThat(world.outcome(EntryKind.CANCELLATION, UNDO_KEY)).isEqualTo(Outcome.NEVER_SEEN);
        }
    }

    @ParameterizedTest(name = "write {0}, after it: {1}")
    @MethodSource("everyStop")
    void settlesAnewUnderAnotherKeyOnlyWhatIsUndone(int write, boolean afterIt) {
        Visit visit = opened();
        Settlement first = settled(visit);
        stopCancellationAt(first, write, afterIt);
        boolean isUndone = write > 2 || (write == 2 && afterIt);

        SettleOutcome second = world.settle(visit, "key-2");

        if (isUndone) {
            Settlement anew = ((Settled) second).settlement();
            assertThat(anew.generation()).isEqualTo(1);
            assertThat(anew.amounts()).isEqualTo(first.amounts());
        } else {
            assertThat(((Refused) second).refusal().settlementId())
                    .isEqualTo(first.id().value());
        }
        world.sweepLater();
        assertThat(live()).hasSizeLessThanOrEqualTo(1);
    }

    @ParameterizedTest(name = "write {0}, after it: {1}")
    @MethodSource("everyStop")
    void neverSettlesAKeyThatWasReversedBeforeItCame(int write, boolean afterIt) {
        Visit visit = opened();
        Counters before = world.counters();
        faults.failAt(write, afterIt);
        assertStopsOrEnds(() -> world.reverse(KEY, UNDO_KEY));
        faults.stop();

        Recorded again = world.reverse(KEY, UNDO_KEY);
        SettleOutcome late = world.settle(visit, KEY);

        assertThat(again.entry()).isInstanceOf(VoidedKey.class);
        assertThat(((Refused) late).refusal().reason()).isEqualTo("REVERSED_BEFORE_ARRIVAL");
        assertThat(world.outcome(KEY)).isEqualTo(Outcome.VOID);
        assertThat(world.outcome(EntryKind.REVERSAL, UNDO_KEY)).isEqualTo(Outcome.VOID);
        assertThat(world.counters()).isEqualTo(before);
        assertThat(world.settle(visit, "key-2")).isInstanceOf(Settled.class);
    }

    @ParameterizedTest(name = "settlement stopped at write {0}, after it: {1}")
    @MethodSource("everyStop")
    void reversesASettlementThatWasStoppedAnywhere(int write, boolean afterIt) {
        Visit visit = opened();
        Counters before = world.counters();
        faults.failAt(write, afterIt);
        assertThatThrownBy(() -> world.settle(visit, KEY)).isInstanceOf(Faults.Stopped.class);
        faults.stop();
        boolean isInChain = write == 5 || (write == 4 && afterIt);

        Recorded reversal = world.reverse(KEY, UNDO_KEY);
        world.sweepLater();
        SettleOutcome late = world.settle(visit, KEY);

        assertThat(reversal.entry()).isInstanceOf(isInChain ? Undo.class : VoidedKey.class);
        assertThat(world.outcome(KEY)).isEqualTo(isInChain ? Outcome.REVERSED : Outcome.VOID);
        if (isInChain) {
            assertThat(late).isEqualTo(new Replayed(settlements().getFirst(), SettlementState.REVERSED));
            assertEveryEntryIsMarkedForPublication(visit);
        } else {
            assertThat(late).isInstanceOf(Refused.class);
        }
        assertThat(world.counters()).isEqualTo(before);
        assertThat(world.stored(visit)).isInstanceOf(Visit.Open.class);
        assertThat(world.settle(visit, "key-2")).isInstanceOf(Settled.class);
    }

    @Test
    void tellsTheOneUndoToWhoeverUndoesAgain() {
        Settlement settlement = settled(opened());
        Recorded cancelled = world.cancel(settlement, UNDO_KEY);

        Recorded otherKey = world.cancel(settlement, "undo-2");
        Recorded reversed = world.reverse(KEY, "reversal-1");

        assertThat(otherKey).isEqualTo(new Recorded(cancelled.entry(), true));
        assertThat(reversed).isEqualTo(new Recorded(cancelled.entry(), true));
        assertThat(world.outcome(EntryKind.CANCELLATION, "undo-2")).isEqualTo(Outcome.CANCELLED);
        assertThat(world.outcome(EntryKind.REVERSAL, "reversal-1")).isEqualTo(Outcome.CANCELLED);
        assertThat(await(world.intents.unpublished(10).collectList()))
                .containsExactly(new Unpublished(cancelled.entry().id(), TestVisits.TRACEPARENT));
    }

    @Test
    void cancelsInAnyOrder() {
        Visit first = opened();
        Visit second = world.visitD01('b');
        Counters before = world.counters();
        Settlement early = settled(first);
        Settlement late = ((Settled) world.settle(second, "key-2")).settlement();

        world.cancel(early, "undo-early");
        world.cancel(late, "undo-late");

        assertThat(world.counters()).isEqualTo(before);
        assertThat(late.amounts()).isNotEqualTo(early.amounts());
    }

    @Test
    void saysWhatBecameOfAKey() {
        Visit visit = opened();
        assertThat(world.outcome(KEY)).isEqualTo(Outcome.NEVER_SEEN);
        faults.failAt(2, true);
        assertThatThrownBy(() -> world.settle(visit, KEY)).isInstanceOf(Faults.Stopped.class);
        faults.stop();
        assertThat(world.outcome(KEY)).isEqualTo(Outcome.IN_PROGRESS);
        world.sweepLater();
        assertThat(world.outcome(KEY)).isEqualTo(Outcome.SETTLED);
        world.settle(visit, "key-2");
        assertThat(world.outcome("key-2")).isEqualTo(Outcome.REFUSED);
        world.cancel(settlements().getFirst(), UNDO_KEY);
        assertThat(world.outcome(KEY)).isEqualTo(Outcome.CANCELLED);
    }

    private Visit opened() {
        world.openD01();
        return world.visitD01('a');
    }

    private Settlement settled(Visit visit) {
        return ((Settled) world.settle(visit, KEY)).settlement();
    }

    private void stopCancellationAt(Settlement settlement, int write, boolean afterIt) {
        faults.failAt(write, afterIt);
        assertThatThrownBy(() -> world.cancel(settlement, UNDO_KEY)).isInstanceOf(Faults.Stopped.class);
        faults.stop();
    }

    /** A void key is three writes: the visit has nothing to say to it. */
    private static void assertStopsOrEnds(Runnable reversal) {
        try {
            reversal.run();
        } catch (Faults.Stopped stopped) {
            assertThat(stopped).isNotNull();
        }
    }

    private void assertUndoneOnce(Visit visit, Settlement settlement, Counters before) {
        assertThat(undos()).hasSize(1);
        assertThat(undos().getFirst().original()).isEqualTo(settlement.id());
        assertThat(world.counters()).isEqualTo(before);
        world.sweepLater();
        assertThat(world.stored(visit)).isInstanceOf(Visit.Open.class);
        assertThat(world.settle(visit, KEY)).isEqualTo(new Replayed(settlement, SettlementState.CANCELLED));
        assertEveryEntryIsMarkedForPublication(visit);
        SettleOutcome anew = world.settle(visit, "key-anew");
        assertThat(((Settled) anew).settlement().generation()).isEqualTo(1);
    }

    /** The opening and the credit of the fixture have no marker: they were put into the chain directly. */
    private void assertEveryEntryIsMarkedForPublication(Visit visit) {
        List<EntryId> marked = new ArrayList<>();
        world.stored(visit).unpublished().forEach(one -> marked.add(one.entry()));
        await(world.intents.unpublished(10).collectList()).forEach(one -> marked.add(one.entry()));
        assertThat(marked)
                .containsExactlyInAnyOrderElementsOf(entries().stream()
                        .filter(entry -> entry instanceof Settlement || entry instanceof Undo)
                        .map(Entry::id)
                        .toList());
    }

    private List<Settlement> live() {
        List<EntryId> undone = undos().stream().map(Undo::original).toList();
        return settlements().stream().filter(one -> !undone.contains(one.id())).toList();
    }

    private List<Settlement> settlements() {
        return entries().stream()
                .filter(Settlement.class::isInstance)
                .map(Settlement.class::cast)
                .toList();
    }

    private List<Undo> undos() {
        return entries().stream()
                .filter(Undo.class::isInstance)
                .map(Undo.class::cast)
                .toList();
    }

    private List<Entry> entries() {
        return ((InMemoryChain) world.chain).entries();
    }
}
