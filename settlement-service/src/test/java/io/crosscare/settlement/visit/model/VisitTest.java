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
import java.util.List;
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

        Visit settled = stay.settling(TestVisits.marker(new Scope.Discharge())).settled(entry);

        assertThat(settled).isInstanceOf(Visit.Settled.class);
        assertThat(settled.fees().batches()).allMatch(FeeSheet.Batch::isSettled);
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
