package io.crosscare.settlement.direct;

import static io.crosscare.settlement.document.Awaited.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.crosscare.chassis.money.Money;
import io.crosscare.settlement.benefit.model.Bill;
import io.crosscare.settlement.benefit.model.BillBuilder;
import io.crosscare.settlement.benefit.model.FeeLine;
import io.crosscare.settlement.benefit.model.GivenSplit;
import io.crosscare.settlement.benefit.model.ServiceType;
import io.crosscare.settlement.direct.model.FrozenBill;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

/** What every store of frozen bills keeps. */
public abstract class BillsContract {

    private static final FrozenBill AWAY = new FrozenBill(
            "0".repeat(32),
            BillBuilder.aBill().covered(58_500).classB(38_655, 1_000).bill(),
            "f" + "a".repeat(26),
            "TRANSFER",
            LocalDate.of(2019, 9, 10),
            "c".repeat(64),
            "d".repeat(64));
    private static final FrozenBill AT_HOME = new FrozenBill(
            "1".repeat(32),
            BillBuilder.aBill()
                    .as(ServiceType.INPATIENT)
                    .outside(4_200)
                    .forTreatment("ST06")
                    .bill(),
            null,
            null,
            null,
            "c".repeat(64),
            "d".repeat(64));

    private static final FrozenBill OF_CATEGORIES = new FrozenBill(
            "3".repeat(32),
            new Bill(
                    BillBuilder.aBill().continuing(2, 40_000).circumstances(),
                    List.of(FeeLine.ofCategory(
                            1,
                            "西药费",
                            new GivenSplit(Money.ofFen(1), Money.ofFen(2), Money.ofFen(3), Money.ofFen(4)),
                            LocalDate.of(2019, 9, 10)))),
            "f" + "a".repeat(26),
            "TRANSFER",
            LocalDate.of(2019, 9, 10),
            "c".repeat(64),
            "d".repeat(64));

    /** An empty store. */
    protected abstract Bills bills();

    @Test
    void givesBackEveryPartOfABill() {
        Bills bills = bills();
        bills.keep(AWAY)
                .then(bills.keep(AT_HOME))
                .then(bills.keep(OF_CATEGORIES))
                .block();

        for (FrozenBill bill : List.of(AWAY, AT_HOME, OF_CATEGORIES)) {
            assertThat(await(bills.byHash(bill.hash()))).isEqualTo(bill);
        }
    }

    @Test
    void keepsTheSameBillOnceHoweverManyKeepItAtOnce() {
        Bills bills = bills();

        Flux.range(0, 16)
                .flatMap(_ -> bills.keep(AWAY))
                .as(StepVerifier::create)
                .verifyComplete();

        assertThat(await(bills.byHash(AWAY.hash()))).isEqualTo(AWAY);
    }

    @Test
    void tellsBillsWithTheSameLinesApartByTheirSalt() {
        Bills bills = bills();
        FrozenBill twin = new FrozenBill(
                "2".repeat(32),
                AWAY.bill(),
                AWAY.filingId(),
                AWAY.filingCategory(),
                AWAY.decidedOn(),
                AWAY.policyHash(),
                AWAY.catalogueHash());
        bills.keep(AWAY).then(bills.keep(twin)).block();

        assertThat(twin.hash()).isNotEqualTo(AWAY.hash());
        assertThat(await(bills.byHash(twin.hash()))).isEqualTo(twin);
    }

    @Test
    void findsNothingUnderAnUnknownHash() {
        bills().byHash("e".repeat(64)).as(StepVerifier::create).verifyComplete();
    }
}
