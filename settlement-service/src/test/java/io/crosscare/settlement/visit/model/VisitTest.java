package io.crosscare.settlement.visit.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import io.crosscare.chassis.money.Money;
import io.crosscare.settlement.benefit.model.ServiceType;
import io.crosscare.settlement.chain.model.Entries;
import io.crosscare.settlement.chain.model.EntryId;
import io.crosscare.settlement.chain.model.Scope;
import io.crosscare.settlement.chain.model.Unpublished;
import io.crosscare.settlement.visit.TestVisits;
import io.crosscare.settlement.visit.model.FeeSheet.Freezing;
import io.crosscare.settlement.visit.model.VisitAct.Action;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a visit may become. */
class VisitTest {

    private final EntryId entry = new EntryId(Entries.PERSON, 3);
    private final Visit.Open outpatient = Visit.registered(TestVisits.registration('a', ServiceType.OUTPATIENT))
            .withLines("chunk-1", List.of(TestVisits.line(1, "1", 58_500), TestVisits.line(2, "2", 4_200)));

    @Test
    void sumsItsLinesByBatch() {
        assertThat(outpatient.fees().batches())
                .extracting(FeeSheet.Batch::name, FeeSheet.Batch::lineCount, FeeSheet.Batch::totalCost)
                .containsExactly(tuple("1", 1, Money.ofFen(58_500)), tuple("2", 1, Money.ofFen(4_200)));
        assertThat(outpatient.fees().totalCost()).isEqualTo(Money.ofFen(62_700));
    }

    @Test
    void opensAgainWhileABatchIsLeftAndIsSettledWhenNoneIs() {
        Visit afterFirst = settling(outpatient, "1").settled(entry);
        Visit afterSecond = settling((Visit.Open) afterFirst, "2").settled(new EntryId(Entries.PERSON, 4));

        assertThat(afterFirst).isInstanceOf(Visit.Open.class);
        assertThat(afterFirst.fees().settlementOf(new Scope.Batch("1"))).hasValue(entry);
        assertThat(afterSecond).isInstanceOf(Visit.Settled.class);
        assertThat(afterSecond.unpublished())
                .extracting(Unpublished::entry)
                .containsExactly(entry, new EntryId(Entries.PERSON, 4));
    }

    @Test
    void settlesAStayAsAWhole() {
        Visit.Open stay = Visit.registered(TestVisits.registration('b', ServiceType.INPATIENT))
                .withLines("chunk-1", List.of(TestVisits.line(1, "1", 100), TestVisits.line(2, "2", 200)));

        Visit.Open discharged = (Visit.Open) stay.discharged(TestVisits.DAY, TestVisits.act(Action.DISCHARGED, ' '));
        Visit settled =
                discharged.settling(TestVisits.marker(new Scope.Discharge())).settled(entry);

        assertThat(settled).isInstanceOf(Visit.Settled.class);
        assertThat(settled.fees().batches()).allMatch(FeeSheet.Batch::isSettled);
    }

    @Test
    void setsThePartsOfAStayApartAndFreesEachByItself() {
        List<VisitLine> early = List.of(TestVisits.line(1, "1", 100), TestVisits.line(3, "2", 400));
        List<VisitLine> late = List.of(TestVisits.line(2, "1", 200));
        Visit.Open stay = Visit.registered(TestVisits.registration('b', ServiceType.INPATIENT))
                .withLines("all", List.of(early.get(0), late.get(0), early.get(1)));
        Scope.Interim first = new Scope.Interim(1);
        Freezing freezing = new Freezing(first, early, Set.of("all"), List.of("early"), "late");

        Visit.Settling settling = stay.settling(TestVisits.marker(first), freezing);
        Visit.Open onTheWay = (Visit.Open) settling.settled(entry);

        assertThat(settling.reopened().fees())
                .isEqualTo(new FeeSheet(
                        List.of("early", "late"), settling.reopened().fees().batches()));
        assertThat(settling.reopened().fees().batches())
                .extracting(FeeSheet.Batch::name, FeeSheet.Batch::lineCount, FeeSheet.Batch::isSettled)
                .containsExactlyInAnyOrder(tuple("1", 2, false), tuple("2", 1, false));
        assertThat(onTheWay.fees().settlementOf(first)).hasValue(entry);
        assertThat(onTheWay.fees().settlementOf(new Scope.Discharge())).isEmpty();
        assertThat(onTheWay.fees().nextInterim()).isEqualTo(new Scope.Interim(2));
        assertThat(onTheWay.fees().isFree("late", late.get(0))).isTrue();
        assertThat(onTheWay.fees().settlementOf("early", early.get(0))).hasValue(entry);
        assertThat(onTheWay.fees().totalCost()).isEqualTo(Money.ofFen(700));

        Visit.Open ended = (Visit.Open) onTheWay.discharged(TestVisits.DAY, TestVisits.act(Action.DISCHARGED, ' '));
        EntryId last = new EntryId(Entries.PERSON, 4);
        Visit settled = ended.settling(
                        TestVisits.marker(new Scope.Discharge()),
                        new Freezing(new Scope.Discharge(), late, Set.of(), List.of("late"), null))
                .settled(last);
        assertThat(settled).isInstanceOf(Visit.Settled.class);

        Visit undone = settled.unsettled(entry);
        assertThat(undone.fees().settlementOf(new Scope.Discharge())).hasValue(last);
        assertThat(undone.fees().isFree("early", early.get(0))).isTrue();
        assertThat(undone.fees().isFree("late", late.get(0))).isFalse();
        assertThat(undone.fees().nextInterim()).isEqualTo(first);
        assertThat(undone.unsettled(last).fees().parts()).isEmpty();
    }

    @Test
    void takesNoLinesIntoASettledBatchAndNewOnesIntoANewBatch() {
        Visit.Open open = (Visit.Open) settling(outpatient, "1").settled(entry);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> open.withLines("chunk-2", List.of(TestVisits.line(3, "1", 1))));
        assertThat(open.withLines("chunk-2", List.of(TestVisits.line(3, "3", 1)))
                        .fees()
                        .lineCount())
                .isEqualTo(3);
    }

    @Test
    void opensAgainWhenTheSettlementIsRefused() {
        Visit.Open reopened = settling(outpatient, "1").reopened();

        assertThat(reopened.fees()).isEqualTo(outpatient.fees());
        assertThat(reopened.unpublished()).isEmpty();
    }

    @Test
    void opensTheScopeOfAnUndoneSettlementAndNoOther() {
        EntryId other = new EntryId(Entries.PERSON, 4);
        Visit settled = settling((Visit.Open) settling(outpatient, "1").settled(entry), "2")
                .settled(other);

        Visit undone = settled.unsettled(entry);

        assertThat(undone).isInstanceOf(Visit.Open.class);
        assertThat(undone.fees().settlementOf(new Scope.Batch("1"))).isEmpty();
        assertThat(undone.fees().settlementOf(new Scope.Batch("2"))).hasValue(other);
        assertThat(undone.unpublished()).isEqualTo(settled.unpublished());
        assertThat(undone.version()).isEqualTo(settled.version() + 1);
    }

    @Test
    void staysInTheHandsOfAnotherSettlementWhenOneIsUndone() {
        Visit.Settling second = settling((Visit.Open) settling(outpatient, "1").settled(entry), "2");

        Visit undone = second.unsettled(entry);

        assertThat(undone).isInstanceOf(Visit.Settling.class);
        assertThat(undone.fees().settlementOf(new Scope.Batch("1"))).isEmpty();
    }

    @Test
    void countsEveryTransition() {
        assertThat(outpatient.version()).isEqualTo(2);
        assertThat(settling(outpatient, "1").version()).isEqualTo(3);
        assertThat(settling(outpatient, "1").settled(entry).version()).isEqualTo(4);
    }

    private static Visit.Settling settling(Visit.Open open, String batch) {
        return open.settling(TestVisits.marker(new Scope.Batch(batch)));
    }
}
