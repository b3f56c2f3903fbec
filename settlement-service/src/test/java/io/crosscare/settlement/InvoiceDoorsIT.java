package io.crosscare.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosscare.settlement.Doors.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** One invoice is paid once, whatever the visit and the person. */
@SettlementServiceTest
class InvoiceDoorsIT {

    @LocalServerPort
    private int port;

    private Doors doors;

    @BeforeEach
    void open() {
        doors = new Doors(port);
    }

    @Test
    void paysAnInvoiceOnceUntilItsSettlementIsUndone() {
        String invoice = Doors.unique("FP-2019-");
        String one = doors.visitD01(Doors.filedPerson());
        String other = doors.visitD01(Doors.filedPerson());
        String key = Doors.unique("settle");
        Answer paid = settle(one, invoice, key).expect(201);

        Answer refused = settle(other, invoice, Doors.unique("settle")).expect(422);

        assertThat(refused.text("/reason")).isEqualTo("INVOICE_ALREADY_PAID");
        assertThat(refused.text("/settlementId")).isEqualTo(paid.text("/id"));
        assertThat(refused.raw()).doesNotContain(invoice);
        assertThat(settle(one, invoice, key).expect(200).isReplay()).isTrue();
        doors.post(
                        Doors.ZHONGSHAN,
                        "/settlements/" + paid.text("/id") + "/cancellations",
                        "{\"reason\":\"退费\"}",
                        Doors.unique("undo"))
                .expect(201);
        settle(other, invoice, Doors.unique("settle")).expect(201);
        assertThat(settle(one, invoice, Doors.unique("settle")).expect(422).text("/reason"))
                .isEqualTo("INVOICE_ALREADY_PAID");
    }

    private Answer settle(String visit, String invoice, String key) {
        return doors.post(
                Doors.ZHONGSHAN,
                "/visits/" + visit + "/settlements",
                "{\"batch\":\"1\",\"usePersonalAccount\":false,\"invoiceNumber\":\"" + invoice + "\"}",
                key);
    }
}
