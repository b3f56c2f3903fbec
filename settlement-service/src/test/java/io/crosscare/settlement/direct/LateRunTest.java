package io.crosscare.settlement.direct;

import static io.crosscare.settlement.document.Awaited.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crosscare.settlement.Faults;
import io.crosscare.settlement.chain.InMemoryChain;
import io.crosscare.settlement.chain.SettlementState;
import io.crosscare.settlement.chain.model.Entries;
import io.crosscare.settlement.chain.model.Head.HeadName;
import io.crosscare.settlement.chain.model.Settlement;
import io.crosscare.settlement.chain.model.Unpublished;
import io.crosscare.settlement.direct.SettleOutcome.Refused;
import io.crosscare.settlement.direct.SettleOutcome.Replayed;
import io.crosscare.settlement.direct.SettleOutcome.Settled;
import io.crosscare.settlement.eligibility.model.RefusalReason;
import io.crosscare.settlement.visit.TestVisits;
import io.crosscare.settlement.visit.model.Visit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Two runs of one settlement see two heads. While the slow one is about to append, another bill of the person is settled, the
 * sweeper of another process refuses this one because its preview is stale, and the other bill is cancelled again: on that head
 * the slow run would settle. Either it is settled or it is refused, for all; an entry that no visit names is neither.
 */
class LateRunTest {

    private static final String KEY = "key-slow";

    /** Of a refusal: the invoice is taken, veto, the invoice is free, visit, and the refusal itself. */
    private static final int WRITES_OF_A_REFUSAL = 5;

    private final Faults faults = Faults.none();
    private final SettlingWorld fast = SettlingWorld.onFakes(faults);

    static List<Arguments> everyStop() {
        List<Arguments> stops = new ArrayList<>();
        for (int write = 1; write <= WRITES_OF_A_REFUSAL; write++) {
            stops.add(Arguments.of(write, false));
            stops.add(Arguments.of(write, true));
        }
        return stops;
    }

    @Test
    void isRefusedAsTheFasterRunWas() {
        Visit visit = opened();
        HeadName previewed = head();
        SettlingWorld slow = fast.beside(PausingChain.beforeItsFirstAppend(fast.chain, () -> refuseMeanwhile(visit)));

        SettleOutcome outcome = slow.settle(visit, KEY, previewed);

        assertThat(((Refused) outcome).refusal().reason()).isEqualTo(RefusalReason.PREVIEW_STALE.name());
        assertSettledOrNot(visit, 0);
        assertThat(fast.settle(visit, KEY)).isInstanceOf(Settled.class);
        assertSettledOrNot(visit, 1);
    }

    @Test
    void leavesNoEntryThatNobodyNamesWhereItsProcessEndsBehindIt() {
        Visit visit = opened();
        HeadName previewed = head();
        SettlingWorld slow = fast.beside(PausingChain.beforeItsFirstAppend(fast.chain, () -> refuseMeanwhile(visit))
                .endingBehindItsEntry());

        settleAndEnd(slow, visit, previewed);

        assertSettledOrNot(visit, 0);
    }

    @ParameterizedTest(name = "write {0}, after it: {1}")
    @MethodSource("everyStop")
    void comesToOneEndWhereverTheFasterRunStops(int write, boolean afterIt) {
        Visit visit = opened();
        HeadName previewed = head();
        Runnable meanwhile = () -> {
            Settlement other = settledOther();
            fast.clock.advance(Duration.ofMinutes(1));
            faults.failAt(write, afterIt);
            assertThatThrownBy(() -> fast.sweep.sweep().block()).isInstanceOf(Faults.Stopped.class);
            faults.stop();
            fast.cancel(other, "key-cancel");
        };
        SettlingWorld slow = fast.beside(
                PausingChain.beforeItsFirstAppend(fast.chain, meanwhile).endingBehindItsEntry());

        settleAndEnd(slow, visit, previewed);

        boolean isRefused = write > 2 || (write == 2 && afterIt);
        assertSettledOrNot(visit, isRefused ? 0 : 1);
    }

    @Test
    void settlesForTheFasterRunWhatTheSlowOneHasAppended() {
        Visit visit = opened();
        HeadName previewed = head();
        faults.failAt(2, true);
        assertThatThrownBy(() -> fast.settle(visit, KEY, previewed)).isInstanceOf(Faults.Stopped.class);
        faults.stop();
        Settlement other = settledOther();
        Runnable meanwhile = () -> {
            fast.cancel(other, "key-cancel");
            SettlingWorld slow = fast.beside(
                    PausingChain.beforeItsFirstAppend(fast.chain, () -> {}).endingBehindItsEntry());
            slow.clock.advance(Duration.ofMinutes(1));
            slow.sweep.sweep().onErrorComplete(PausingChain.Ended.class).block();
        };

        fast.beside(PausingChain.beforeItsFirstVeto(fast.chain, meanwhile)).sweepLater();

        assertSettledOrNot(visit, 1);
    }

    /** The same request, before any marker: it was settled and cancelled while this one stood still. */
    @Test
    void leavesTheVisitOpenWhereItsOwnSettlementIsUndoneAlready() {
        Visit visit = opened();
        Runnable meanwhile = () -> {
            SettleOutcome settled = fast.settle(visit, KEY);
            fast.cancel(((Settled) settled).settlement(), "key-cancel");
        };
        SettlingWorld slow = fast.beside(PausingChain.behindItsFirstLookAtAKey(fast.chain, meanwhile));

        SettleOutcome outcome = slow.settle(visit, KEY);

        assertThat(((Replayed) outcome).state()).isEqualTo(SettlementState.CANCELLED);
        assertThat(fast.stored(visit)).isInstanceOf(Visit.Open.class);
        assertThat(fast.stored(visit)
                        .fees()
                        .settlementOf(((Replayed) outcome).settlement().care().scope()))
                .isEmpty();
    }

    private Visit opened() {
        fast.openD01();
        return fast.visitD01('a');
    }

    private HeadName head() {
        return await(fast.chain.head(Entries.PERSON)).name();
    }

    private Settlement settledOther() {
        return ((Settled) fast.settle(fast.visitD01('b'), "key-other")).settlement();
    }

    private void refuseMeanwhile(Visit visit) {
        Settlement other = settledOther();
        fast.sweepLater();
        assertThat(fast.stored(visit)).isInstanceOf(Visit.Open.class);
        fast.cancel(other, "key-cancel");
    }

    private static void settleAndEnd(SettlingWorld slow, Visit visit, HeadName previewed) {
        slow.settleBill
                .settle(visit, SettlingWorld.command(visit, KEY, previewed))
                .onErrorComplete(PausingChain.Ended.class)
                .block();
    }

    /** What an auditor asks for: each live settlement stands on its visit, which has its event sent. */
    private void assertSettledOrNot(Visit visit, int settled) {
        fast.sweepLater();
        List<Settlement> settlements = ((InMemoryChain) fast.chain)
                .entries().stream()
                        .filter(Settlement.class::isInstance)
                        .map(Settlement.class::cast)
                        .filter(settlement -> settlement.care().visit().equals(visit.id()))
                        .toList();
        Visit stored = fast.stored(visit);
        assertThat(settlements).hasSize(settled);
        assertThat(stored).isInstanceOf(settled == 0 ? Visit.Open.class : Visit.Settled.class);
        assertThat(stored.unpublished())
                .isEqualTo(settlements.stream()
                        .map(settlement -> new Unpublished(settlement.id(), TestVisits.TRACEPARENT))
                        .toList());
    }
}
