package io.crosscare.settlement.direct;

import static io.crosscare.settlement.document.Awaited.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.crosscare.chassis.money.Money;
import io.crosscare.settlement.Faults;
import io.crosscare.settlement.benefit.model.FeeLine;
import io.crosscare.settlement.direct.SettleOutcome.Refused;
import io.crosscare.settlement.direct.SettleOutcome.Settled;
import io.crosscare.settlement.eligibility.RefusalStatement;
import io.crosscare.settlement.visit.TestVisits;
import io.crosscare.settlement.visit.model.Visit;
import io.crosscare.settlement.visit.model.VisitLine;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A bill gives back no more than it charges of a kind; which item a return names is the hospital's word. */
class ReturnedItemsTest {

    private final SettlingWorld world = SettlingWorld.onFakes(Faults.none());

    @Test
    void refusesAReturnOfAKindThatWasNotChargedAndNamesItsLine() {
        Visit visit = world.visit('a', List.of(line(1, "ZL0001", 100_000), line(2, "YP0107", -40_000)));

        RefusalStatement told = ((Refused) world.settle(visit, "key")).refusal();

        assertThat(told.reason()).isEqualTo("BILL_INCONSISTENT");
        assertThat(told.lineNumber()).isEqualTo(2);
        assertThat(told.itemCode()).isEqualTo("YP0107");
        assertThat(told.message()).startsWith("第 2 行 YP0107");
        assertThat(told.messageEn()).startsWith("line 2, YP0107");
    }

    @Test
    void previewsTheSameRefusal() {
        Visit visit = world.visit('a', List.of(line(1, "ZL0001", 100_000), line(2, "YP0107", -40_000)));

        assertThat(await(world.previewSettlement.preview(visit, "1", null, false)))
                .isInstanceOfSatisfying(
                        PreviewSettlement.Preview.Refused.class,
                        refused -> assertThat(refused.refusal().lineNumber()).isEqualTo(2));
    }

    @Test
    void namesTheReturnThatGoesTooFarAmongSeveral() {
        Visit visit = world.visit(
                'a',
                List.of(
                        line(1, "ZL0001", -30_000),
                        line(2, "ZL0001", 50_000),
                        line(3, "YP0107", 20_000),
                        line(4, "YP0107", -30_000)));

        assertThat(((Refused) world.settle(visit, "key")).refusal().lineNumber())
                .isEqualTo(4);
    }

    @Test
    void settlesAReturnUnderAnotherCodeOfTheSameKindWhicheverCameFirst() {
        Visit visit = world.visit('a', List.of(line(1, "ZL0003", -40_000), line(2, "ZL0001", 100_000)));

        assertThat(world.settle(visit, "key")).isInstanceOf(Settled.class);
    }

    private static VisitLine line(int number, String item, long fen) {
        return new VisitLine(
                "1",
                new FeeLine(
                        number,
                        item,
                        null,
                        fen < 0 ? -10_000 : 10_000,
                        Math.abs(fen) * 10_000,
                        Money.ofFen(fen),
                        TestVisits.DAY));
    }
}
