package io.crosscare.settlement.direct;

import static io.crosscare.settlement.document.Awaited.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crosscare.chassis.problem.ProblemException;
import io.crosscare.chassis.problem.ProblemType;
import io.crosscare.settlement.Faults;
import io.crosscare.settlement.chain.model.Entries;
import io.crosscare.settlement.direct.PreviewSettlement.Preview;
import io.crosscare.settlement.direct.RecheckBill.Rechecked;
import io.crosscare.settlement.eligibility.model.RefusalReason.Owner;
import io.crosscare.settlement.interruption.model.Interruption;
import io.crosscare.settlement.interruption.model.InterruptionCause;
import io.crosscare.settlement.visit.TestVisits;
import io.crosscare.settlement.visit.model.Visit;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whoever a fault stops at the window is told of, once; whoever the rules refuse is not told of as stopped by a fault. */
class InterruptedSettlementTest {

    private static final String KEY = "key-1";

    private final Faults faults = Faults.none();
    private final SettlingWorld world = SettlingWorld.onFakes(faults);

    @Test
    void tellsOfANeighbourThatGaveNoAnswerAndStaysTheSameFault() {
        Visit visit = silenced();

        assertSilent(() -> world.settle(visit, KEY));

        Interruption told = told().getFirst();
        assertThat(told.cause()).isEqualTo(InterruptionCause.NEIGHBOUR_DOWN);
        assertThat(told.peer()).isEqualTo("FILING");
        assertThat(told.visit()).isEqualTo(visit.id());
        assertThat(told.keyHash()).isEqualTo(Entries.key(KEY).hash());
        assertThat(told.traceparent()).isEqualTo(TestVisits.TRACEPARENT);
        assertThat(world.outcome(KEY)).hasToString("NEVER_SEEN");
    }

    @Test
    void tellsOnceHoweverOftenTheButtonIsPressed() {
        Visit visit = silenced();

        assertSilent(() -> preview(visit));
        assertSilent(() -> world.settle(visit, KEY));
        world.clock.advance(Duration.ofMinutes(1));
        assertSilent(() -> world.settle(visit, "key-2"));

        assertThat(told()).hasSize(1);
        assertThat(told().getFirst().keyHash()).isNull();
    }

    @Test
    void isNotToldWhenTheDeskAsks() {
        Visit visit = silenced();
        RecheckBill recheck = new RecheckBill(world.visits, world.previewSettlement, world.copies);

        assertSilent(() -> await(recheck.recheck(visit.id(), "1", null)));

        assertThat(told()).isEmpty();
    }

    @Test
    void isTheSameFaultWhereItCannotBeStored() {
        Visit visit = silenced();
        world.interruptions.goDown();

        assertSilent(() -> world.settle(visit, KEY));

        assertThat(world.meters
                        .counter("crosscare.interruptions", "cause", "NEIGHBOUR_DOWN", "outcome", "NOT_STORED")
                        .count())
                .isEqualTo(1);
    }

    @Test
    void isNotToldWhereARuleRefuses() {
        Visit visit = world.visitD01('a');
        world.settle(visit, KEY);

        assertThat(world.settle(visit, "key-2")).isInstanceOf(SettleOutcome.Refused.class);

        assertThat(told()).isEmpty();
    }

    /** The hospital heard nothing; what became of it is in the chain before anybody asks. */
    @Test
    void tellsOfAnOutcomeThatNobodyWasGiven() {
        Visit visit = world.visitD01('a');
        faults.failAt(3, false);
        assertThatThrownBy(() -> world.settle(visit, KEY)).isInstanceOf(Faults.Stopped.class);
        faults.stop();
        Instant begun = world.clock.instant();

        world.sweepLater();
        world.sweepLater();

        assertThat(told()).hasSize(1);
        Interruption told = told().getFirst();
        assertThat(told.cause()).isEqualTo(InterruptionCause.OUTCOME_UNKNOWN);
        assertThat(told.at()).isEqualTo(begun);
        assertThat(told.keyHash()).isEqualTo(Entries.key(KEY).hash());
        assertThat(world.outcome(KEY)).hasToString("SETTLED");
    }

    @Test
    void finishesWhatWasLeftBehindAlsoWhereThatCannotBeTold() {
        Visit visit = world.visitD01('a');
        faults.failAt(3, false);
        assertThatThrownBy(() -> world.settle(visit, KEY)).isInstanceOf(Faults.Stopped.class);
        faults.stop();
        world.interruptions.goDown();

        world.sweepLater();

        assertThat(world.outcome(KEY)).hasToString("SETTLED");
    }

    @Test
    void previewsWhenTheNeighbourAnswers() {
        Visit visit = world.visitD01('a');

        assertThat(preview(visit)).isInstanceOf(Preview.Previewed.class);
        Rechecked rechecked = await(
                new RecheckBill(world.visits, world.previewSettlement, world.copies).recheck(visit.id(), "1", null));
        assertThat(rechecked.state()).isEqualTo(RecheckBill.State.READY);
        assertThat(told()).isEmpty();
    }

    private Visit silenced() {
        Visit visit = world.visitD01('a');
        world.copies.stale(Owner.FILING);
        world.owners.fallSilent();
        return visit;
    }

    private Preview preview(Visit visit) {
        return await(world.previewSettlement.preview(visit, "1", null, false));
    }

    private List<Interruption> told() {
        return world.interruptions.all();
    }

    private static void assertSilent(Runnable asking) {
        assertThatThrownBy(asking::run)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.type()).isEqualTo(ProblemType.PEER_UNAVAILABLE));
    }
}
