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
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A return gives back what was charged of its own item, and of no other of the same class. */
class ReturnedItemsTest {

    private static final LocalDate FIRST = TestVisits.DAY.plusDays(5);
    private static final LocalDate END = TestVisits.DAY.plusDays(15);

    private final SettlingWorld world = SettlingWorld.onFakes(Faults.none());

    @Test
    void refusesTheReturnOfAnItemThatWasNeverChargedAndNamesItsLine() {
        Visit visit = world.visit('a', List.of(line(1, "ZL0001", 0, 100_000), line(2, "ZL0003", 0, -40_000)));

        RefusalStatement told = ((Refused) world.settle(visit, "key")).refusal();

        assertThat(told.reason()).isEqualTo("BILL_INCONSISTENT");
        assertThat(told.lineNumber()).isEqualTo(2);
        assertThat(told.itemCode()).isEqualTo("ZL0003");
        assertThat(told.message()).startsWith("第 2 行 ZL0003");
        assertThat(told.messageEn()).startsWith("line 2, ZL0003");
    }

    @Test
    void previewsTheSameRefusal() {
        Visit visit = world.visit('a', List.of(line(1, "ZL0001", 0, 100_000), line(2, "ZL0003", 0, -40_000)));

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
                        line(1, "ZL0001", 0, -30_000),
                        line(2, "ZL0001", 0, 50_000),
                        line(3, "ZL0003", 0, 90_000),
                        line(4, "ZL0001", 0, -30_000)));

        assertThat(((Refused) world.settle(visit, "key")).refusal().lineNumber())
                .isEqualTo(4);
    }

    @Test
    void settlesAReturnOfWhatWasChargedWhicheverCameFirst() {
        Visit visit = world.visit('a', List.of(line(1, "ZL0003", 0, -40_000), line(2, "ZL0003", 0, 100_000)));

        assertThat(world.settle(visit, "key")).isInstanceOf(Settled.class);
    }

    @Test
    void letsAStayReturnWhatItsSettlementOnTheWayHasCharged() {
        Visit stay = world.stay(
                'a',
                List.of(line(1, "ZL0003", 0, 100_000), line(2, "ZL0001", 7, 200_000), line(3, "ZL0003", 8, -40_000)));
        assertThat(world.settleStay(stay, "one", FIRST)).isInstanceOf(Settled.class);
        world.discharge(world.stored(stay), END);

        assertThat(world.settleStay(world.stored(stay), "end", null)).isInstanceOf(Settled.class);
    }

    private static VisitLine line(int number, String item, int day, long fen) {
        return new VisitLine(
                "1",
                new FeeLine(
                        number,
                        item,
                        null,
                        fen < 0 ? -10_000 : 10_000,
                        Math.abs(fen) * 10_000,
                        Money.ofFen(fen),
                        TestVisits.DAY.plusDays(day)));
    }
}
