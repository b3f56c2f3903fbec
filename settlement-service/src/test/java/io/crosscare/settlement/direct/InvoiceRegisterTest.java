package io.crosscare.settlement.direct;

import static io.crosscare.settlement.document.Awaited.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.crosscare.chassis.problem.ProblemException;
import io.crosscare.chassis.problem.ProblemType;
import io.crosscare.settlement.Faults;
import io.crosscare.settlement.chain.InMemoryChain;
import io.crosscare.settlement.chain.model.Entries;
import io.crosscare.settlement.chain.model.Head.HeadName;
import io.crosscare.settlement.chain.model.Settlement;
import io.crosscare.settlement.direct.SettleOutcome.Refused;
import io.crosscare.settlement.direct.SettleOutcome.Replayed;
import io.crosscare.settlement.direct.SettleOutcome.Settled;
import io.crosscare.settlement.visit.model.Visit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** One invoice is paid once, at whatever write a process stops. */
class InvoiceRegisterTest {

    private static final String INVOICE = "FP-2019-1";

    /** Bill, marker, invoice, entry, visit. */
    private static final int WRITES = 5;

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
    void paysAnInvoiceOnceWhateverTheVisit() {
        Visit one = world.visitD01('a');
        Visit other = world.visitD01('b');
        Settlement settlement = settled(settle(one, "one", INVOICE));

        assertThat(reasonOf(settle(other, "two", INVOICE))).isEqualTo("INVOICE_ALREADY_PAID");

        assertThat(world.stored(other)).isInstanceOf(Visit.Open.class);
        assertThat(settled(settle(one, "one", INVOICE))).isEqualTo(settlement);
        assertThat(reasonOf(settle(one, "pressed again", INVOICE))).isEqualTo("ALREADY_SETTLED");
        assertThat(settlements()).containsExactly(settlement);
        settled(settle(other, "two", "FP-2019-2"));
    }

    @Test
    void paysItAgainOnceTheSettlementIsUndone() {
        Visit one = world.visitD01('a');
        Visit other = world.visitD01('b');
        Settlement settlement = settled(settle(one, "one", INVOICE));

        world.cancel(settlement, "undo");

        settled(settle(other, "two", INVOICE));
        assertThat(reasonOf(settle(one, "three", INVOICE))).isEqualTo("INVOICE_ALREADY_PAID");
    }

    @Test
    void isFreeAfterASettlementThatWasRefused() {
        Visit one = world.visitD01('a');
        Visit other = world.visitD01('b');
        HeadName neverSeen = new HeadName(7, Entries.headWithAccount().hash());

        assertThat(reasonOf(settle(one, "one", INVOICE, neverSeen))).isEqualTo("PREVIEW_STALE");

        settled(settle(other, "two", INVOICE));
    }

    @ParameterizedTest(name = "write {0}, after it: {1}")
    @MethodSource("everyStop")
    void isPaidOnceWhereverTheFirstOneStops(int write, boolean afterIt) {
        Visit one = world.visitD01('a');
        Visit other = world.visitD01('b');
        faults.failAt(write, afterIt);
        assertThatThrownBy(() -> settle(one, "one", INVOICE)).isInstanceOf(Faults.Stopped.class);
        faults.stop();
        boolean isMarked = write > 2 || (write == 2 && afterIt);
        boolean isTaken = write > 3 || (write == 3 && afterIt);
        boolean isStored = write > 4 || (write == 4 && afterIt);

        if (isTaken && !isStored) {
            ProblemException busy = catchThrowableOfType(ProblemException.class, () -> settle(other, "two", INVOICE));
            assertThat(busy.type()).isEqualTo(ProblemType.BUSY);
        } else if (isStored) {
            assertThat(reasonOf(settle(other, "two", INVOICE))).isEqualTo("INVOICE_ALREADY_PAID");
        } else {
            settled(settle(other, "two", INVOICE));
        }
        world.sweepLater();
        world.sweepLater();

        assertThat(settlements()).hasSize(1);
        assertThat(settlements().getFirst().care().visit()).isEqualTo(isTaken ? one.id() : other.id());
        assertThat(isMarked || !isTaken).isTrue();
        assertThat(world.stored(isTaken ? other : one)).isInstanceOf(Visit.Open.class);
        assertThat(reasonOf(settle(isTaken ? other : one, "later", INVOICE))).isEqualTo("INVOICE_ALREADY_PAID");
    }

    private SettleOutcome settle(Visit visit, String key, String invoice) {
        return settle(visit, key, invoice, null);
    }

    private SettleOutcome settle(Visit visit, String key, String invoice, @Nullable HeadName previewed) {
        return await(world.settleBill.settle(
                visit, new SettleBillCommand(Entries.ZHONGSHAN, visit.id(), key, "1", null, true, previewed, invoice)));
    }

    private static Settlement settled(SettleOutcome outcome) {
        return switch (outcome) {
            case Settled(Settlement settlement) -> settlement;
            case Replayed replayed -> replayed.settlement();
            case Refused refused -> throw new AssertionError("refused: " + refused.refusal());
        };
    }

    private static String reasonOf(SettleOutcome outcome) {
        return ((Refused) outcome).refusal().reason();
    }

    private List<Settlement> settlements() {
        return ((InMemoryChain) world.chain)
                .entries().stream()
                        .filter(Settlement.class::isInstance)
                        .map(Settlement.class::cast)
                        .toList();
    }
}
