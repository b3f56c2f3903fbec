package io.crosscare.settlement.direct;

import static io.crosscare.settlement.document.Awaited.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.crosscare.chassis.money.Money;
import io.crosscare.chassis.problem.ProblemException;
import io.crosscare.chassis.problem.ProblemType;
import io.crosscare.settlement.Faults;
import io.crosscare.settlement.benefit.model.FeeLine;
import io.crosscare.settlement.benefit.model.ServiceType;
import io.crosscare.settlement.chain.InMemoryChain;
import io.crosscare.settlement.chain.model.Scope;
import io.crosscare.settlement.chain.model.Settlement;
import io.crosscare.settlement.direct.RecheckBill.Rechecked;
import io.crosscare.settlement.direct.SettleOutcome.Replayed;
import io.crosscare.settlement.direct.SettleOutcome.Settled;
import io.crosscare.settlement.direct.model.Recomputation;
import io.crosscare.settlement.eligibility.model.RefusalReason.Owner;
import io.crosscare.settlement.interruption.model.Interruption;
import io.crosscare.settlement.visit.TestVisits;
import io.crosscare.settlement.visit.model.FeeSheet;
import io.crosscare.settlement.visit.model.Visit;
import io.crosscare.settlement.visit.model.VisitLine;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A long stay that is settled on the way and at its end: each line once, the deductible once, one admission; and each part undone
 * by itself.
 */
class InterimSettlementTest {

    private static final String ADMISSIONS = "2019/admissions";
    private static final LocalDate FIRST = TestVisits.DAY.plusDays(5);
    private static final LocalDate SECOND = TestVisits.DAY.plusDays(10);
    private static final LocalDate END = TestVisits.DAY.plusDays(15);

    /** Two chunks to store, then the bill, the marker, the entry, the visit. */
    private static final int WRITES = 6;

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
    void chargesTheDeductibleOnceAndCountsOneAdmission() {
        Visit stay = stay('a');
        Settlement first = settled(world.settleStay(stay, "one", FIRST));
        Settlement second = settled(world.settleStay(stay, "two", SECOND));
        world.discharge(stored(stay), END);
        Settlement last = settled(world.settleStay(stay, "end", null));

        assertThat(scopes(first, second, last)).containsExactly("INTERIM-1", "INTERIM-2", "DISCHARGE");
        assertThat(lines(first)).containsExactly(1, 2);
        assertThat(lines(second)).containsExactly(3);
        assertThat(lines(last)).containsExactly(4, 5);
        assertThat(first.care().serviceFrom()).isEqualTo(TestVisits.DAY);
        assertThat(first.care().serviceTo()).isEqualTo(FIRST);
        assertThat(second.care().serviceFrom()).isEqualTo(FIRST.plusDays(1));
        assertThat(last.care().serviceTo()).isEqualTo(END);
        assertThat(first.amounts().deductible()).isGreaterThan(Money.ZERO);
        assertThat(deductibles(first, second, last)).isEqualTo(deductibleAtOnce());
        assertThat(last.link().after().value(ADMISSIONS)).isEqualTo(1);
        assertThat(stored(stay)).isInstanceOf(Visit.Settled.class);
        assertThat(List.of(first, second, last))
                .allSatisfy(each -> assertThat(world.recompute(each)).isInstanceOf(Recomputation.Same.class));
    }

    @Test
    void chargesWhatIsLeftOfTheDeductibleWhereTheFirstPartWasSmall() {
        Visit stay = world.stay('a', List.of(line(1, 0, 10_000), line(2, 7, 900_000)));

        Settlement first = settled(world.settleStay(stay, "one", FIRST));
        Settlement second = settled(world.settleStay(stay, "two", SECOND));

        assertThat(first.amounts().deductible()).isEqualTo(Money.ofFen(10_000));
        assertThat(deductibles(first, second)).isEqualTo(deductibleAtOnce());
        assertThat(second.link().delta().value(ADMISSIONS)).isZero();
    }

    @Test
    void takesLinesThatComeLateAtTheNextSettlement() {
        Visit stay = stay('a');
        settled(world.settleStay(stay, "one", FIRST));
        Visit.Open open = (Visit.Open) stored(stay);
        List<VisitLine> late = List.of(line(9, 2, 5_000));
        await(world.visits.replace(open.withLines(await(world.visits.storeChunk(open.id(), late)), late)));

        assertConflict(() -> world.settleStay(stay, "again", FIRST.minusDays(4)));
        Settlement second = settled(world.settleStay(stay, "two", FIRST));

        assertThat(lines(second)).containsExactly(9);
        assertThat(second.care().serviceFrom()).isEqualTo(TestVisits.DAY.plusDays(2));
        assertConflict(() -> world.settleStay(stay, "pressed again", FIRST));
    }

    @Test
    void freesExactlyItsLinesWhenOnePartIsUndone() {
        Visit stay = stay('a');
        Settlement first = settled(world.settleStay(stay, "one", FIRST));
        Settlement second = settled(world.settleStay(stay, "two", SECOND));

        world.cancel(first, "undo");

        assertThat(stored(stay).fees().settlements()).containsExactly(second.id());
        assertThat(world.counters().value(ADMISSIONS)).isZero();
        Settlement again = settled(world.settleStay(stay, "one again", FIRST));
        assertThat(again.care().scope()).isEqualTo(new Scope.Interim(1));
        assertThat(again.generation()).isEqualTo(1);
        assertThat(lines(again)).containsExactly(1, 2);
        assertThat(world.counters().value(ADMISSIONS)).isEqualTo(1);
        assertThat(deductibles(second, again)).isEqualTo(deductibleAtOnce());
        assertThat(world.recompute(again)).isInstanceOf(Recomputation.Same.class);
    }

    @Test
    void settlesWhatAnUndoneSettlementOnTheWayLeftAfterTheDischargeToo() {
        Visit stay = stay('a');
        Settlement first = settled(world.settleStay(stay, "one", FIRST));
        world.discharge(stored(stay), END);
        settled(world.settleStay(stay, "end", null));
        world.cancel(first, "undo");
        assertThat(stored(stay)).isInstanceOf(Visit.Open.class);

        Settlement again = settled(world.settleStay(stay, "one again", END));

        assertThat(lines(again)).containsExactly(1, 2);
        assertThat(stored(stay)).isInstanceOf(Visit.Settled.class);
        assertThat(world.counters().value(ADMISSIONS)).isEqualTo(1);
    }

    @Test
    void isForStaysThatGoOn() {
        Visit stay = stay('a');
        Visit outpatient = world.visitD01('b');
        world.discharge(stay, END);

        assertThat(assertConflict(() -> world.settleStay(stay, "one", FIRST)).extensions())
                .containsEntry("state", "OPEN");
        assertInvalid(() -> world.settleStay(outpatient, "two", FIRST));
        assertInvalid(() -> world.settleStay(stay, "three", TestVisits.DAY.minusDays(1)));
        assertInvalid(() -> world.settleStay(stored(stay), "four", END.plusDays(1)));
    }

    @Test
    void isSettledWhenTheStayEndsAndNothingIsLeft() {
        Visit stay = stay('a');
        settled(world.settleStay(stay, "one", END));
        assertThat(stored(stay)).isInstanceOf(Visit.Open.class);

        assertThat(world.discharge(stored(stay), END)).isInstanceOf(Visit.Settled.class);
    }

    @ParameterizedTest(name = "write {0}, after it: {1}")
    @MethodSource("everyStop")
    void givesTheSameRequestItsOneSettlement(int write, boolean afterIt) {
        Visit stay = stay('a');
        stopAt(stay, write, afterIt);

        Settlement settlement = settled(world.settleStay(stay, "one", FIRST));
        SettleOutcome onceMore = world.settleStay(stay, "one", FIRST);
        world.sweepLater();

        assertThat(settled(onceMore)).isEqualTo(settlement);
        assertSettledOnce(stay, settlement);
    }

    @ParameterizedTest(name = "write {0}, after it: {1}")
    @MethodSource("everyStop")
    void isFinishedByTheSweeperOnceTheMarkerIsSet(int write, boolean afterIt) {
        Visit stay = stay('a');
        stopAt(stay, write, afterIt);
        boolean isMarked = write > 4 || (write == 4 && afterIt);

        world.sweepLater();

        assertThat(settlements()).hasSize(isMarked ? 1 : 0);
        assertThat(stored(stay)).isInstanceOf(Visit.Open.class);
        if (isMarked) {
            assertSettledOnce(stay, settlements().getFirst());
        }
    }

    /** A line that no catalogue lists shows which lines were looked at. */
    @Test
    void isPreviewedAgainAsWhatWasRefusedWhileTheStayGoesOn() {
        FeeLine unlisted =
                new FeeLine(2, "XX9999", null, 10_000, 50_000_000, Money.ofFen(5_000), TestVisits.DAY.plusDays(7));
        Visit stay = world.stay('a', List.of(line(1, 0, 300_000), new VisitLine("1", unlisted)));
        RecheckBill recheck = new RecheckBill(world.visits, world.previewSettlement, world.copies);

        Rechecked early = await(recheck.recheck(stay.id(), null, FIRST));
        Rechecked later = await(recheck.recheck(stay.id(), null, SECOND));
        world.discharge(stored(stay), END);
        Rechecked atItsEnd = await(recheck.recheck(stay.id(), null, FIRST));

        assertThat(List.of(early, later, atItsEnd)).extracting(Rechecked::state).containsOnly(RecheckBill.State.READY);
        assertThat(early.unlisted()).isEmpty();
        assertThat(later.unlisted()).containsExactly("XX9999");
        assertThat(atItsEnd.unlisted()).containsExactly("XX9999");
    }

    @Test
    void tellsTheDeskUpToWhichDayItWasStopped() {
        Visit stay = stay('a');
        world.copies.stale(Owner.FILING);
        world.owners.fallSilent();

        assertThatThrownBy(() -> world.settleStay(stay, "one", FIRST)).isInstanceOf(ProblemException.class);

        assertThat(world.interruptions.all()).extracting(Interruption::until).containsExactly(FIRST);
    }

    @Test
    void tellsTheDeskUpToWhichDayItWasLeftBehind() {
        Visit stay = stay('a');
        stopAt(stay, 5, false);

        world.sweepLater();

        assertThat(world.interruptions.all()).extracting(Interruption::until).containsExactly(FIRST);
    }

    private void assertSettledOnce(Visit stay, Settlement settlement) {
        assertThat(settlements()).containsExactly(settlement);
        assertThat(lines(settlement)).containsExactly(1, 2);
        FeeSheet fees = stored(stay).fees();
        assertThat(fees.settlementOf(new Scope.Interim(1))).hasValue(settlement.id());
        assertThat(fees.lineCount()).isEqualTo(5);
        assertThat(await(world.visits.lines(stored(stay)))).hasSize(5);
    }

    private void stopAt(Visit stay, int write, boolean afterIt) {
        faults.failAt(write, afterIt);
        assertThatThrownBy(() -> world.settleStay(stay, "one", FIRST)).isInstanceOf(Faults.Stopped.class);
        faults.stop();
    }

    private Visit stay(char letter) {
        return world.stay(
                letter,
                List.of(
                        line(1, 0, 300_000),
                        line(2, 5, 200_000),
                        line(3, 7, 400_000),
                        line(4, 12, 50_000),
                        line(5, 15, 60_000)));
    }

    private static VisitLine line(int number, int day, long fen) {
        return new VisitLine(
                "1",
                new FeeLine(
                        number, "ZL0001", null, 10_000, fen * 10_000, Money.ofFen(fen), TestVisits.DAY.plusDays(day)));
    }

    /** Of the same stay in a world of its own, settled at its end alone. */
    private static Money deductibleAtOnce() {
        SettlingWorld other = SettlingWorld.onFakes(Faults.none());
        Visit stay = other.stay('z', List.of(line(1, 0, 900_000)));
        assertThat(stay.registration().serviceType()).isEqualTo(ServiceType.INPATIENT);
        other.discharge(stay, END);
        return settled(other.settleStay(stay, "end", null)).amounts().deductible();
    }

    private static Money deductibles(Settlement... settlements) {
        return List.of(settlements).stream()
                .map(settlement -> settlement.amounts().deductible())
                .reduce(Money.ZERO, Money::plus);
    }

    private static List<String> scopes(Settlement... settlements) {
        return List.of(settlements).stream()
                .map(settlement -> settlement.care().scope().text())
                .toList();
    }

    private List<Integer> lines(Settlement settlement) {
        return await(world.bills.byHash(settlement.basis().billHash())).bill().lines().stream()
                .map(FeeLine::lineNumber)
                .toList();
    }

    private Visit stored(Visit visit) {
        return world.stored(visit);
    }

    private static Settlement settled(SettleOutcome outcome) {
        return switch (outcome) {
            case Settled(Settlement settlement) -> settlement;
            case Replayed replayed -> replayed.settlement();
            case SettleOutcome.Refused refused -> throw new AssertionError("refused: " + refused.refusal());
        };
    }

    private List<Settlement> settlements() {
        return ((InMemoryChain) world.chain)
                .entries().stream()
                        .filter(Settlement.class::isInstance)
                        .map(Settlement.class::cast)
                        .toList();
    }

    private static ProblemException assertConflict(ThrowingCallable asked) {
        ProblemException problem = catchThrowableOfType(ProblemException.class, asked);
        assertThat(problem.type()).isEqualTo(ProblemType.CONFLICT);
        return problem;
    }

    private static void assertInvalid(ThrowingCallable asked) {
        ProblemException problem = catchThrowableOfType(ProblemException.class, asked);
        assertThat(problem.type()).isEqualTo(ProblemType.INVALID_REQUEST);
    }
}
