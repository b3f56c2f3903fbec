package io.crosscare.settlement.invoice;

import static io.crosscare.settlement.document.Awaited.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.crosscare.chassis.id.InstitutionCode;
import io.crosscare.settlement.chain.model.Entries;
import io.crosscare.settlement.invoice.model.Holder;
import io.crosscare.settlement.invoice.model.Invoice;
import java.util.List;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;

/** What every register of invoices keeps. */
public abstract class InvoicesContract {

    private static final Invoice INVOICE = new Invoice(Entries.ZHONGSHAN, "FP-1");
    private static final Holder ONE = new Holder(Entries.PERSON, Entries.key("one"), "a".repeat(64));
    private static final Holder OTHER = new Holder(Entries.PERSON, Entries.key("other"), "a".repeat(64));

    /** A register without invoices. */
    protected abstract Invoices invoices();

    @Test
    void letsOneHolderTakeAnInvoice() {
        Invoices invoices = invoices();

        assertThat(await(invoices.take(INVOICE, ONE))).isEqualTo(ONE);
        assertThat(await(invoices.take(INVOICE, ONE))).isEqualTo(ONE);
        assertThat(await(invoices.take(INVOICE, OTHER))).isEqualTo(ONE);
        Invoice elsewhere = new Invoice(new InstitutionCode("H31000000002"), INVOICE.number());
        assertThat(await(invoices.take(elsewhere, OTHER))).isEqualTo(OTHER);
    }

    @Test
    void letsOneOfManyAtOnceTakeIt() {
        Invoices invoices = invoices();

        List<Holder> holders = await(Flux.range(0, 8)
                .flatMap(n -> invoices.take(INVOICE, new Holder(Entries.PERSON, Entries.key("k" + n), "b".repeat(64)))
                        .subscribeOn(Schedulers.parallel()))
                .collectList());

        assertThat(holders).hasSize(8);
        assertThat(holders.stream().distinct()).hasSize(1);
    }

    @Test
    void passesItOnOnlyFromItsHolder() {
        Invoices invoices = invoices();
        await(invoices.take(INVOICE, ONE));

        assertThat(await(invoices.pass(INVOICE, OTHER, OTHER))).isFalse();
        assertThat(await(invoices.pass(INVOICE, ONE, OTHER))).isTrue();
        assertThat(await(invoices.pass(INVOICE, ONE, OTHER))).isFalse();
        assertThat(await(invoices.take(INVOICE, ONE))).isEqualTo(OTHER);
    }

    @Test
    void freesItForItsHolderAlone() {
        Invoices invoices = invoices();
        await(invoices.take(INVOICE, ONE));

        invoices.free(INVOICE, OTHER).block();
        assertThat(await(invoices.take(INVOICE, OTHER))).isEqualTo(ONE);
        invoices.free(INVOICE, ONE).block();
        invoices.free(INVOICE, ONE).block();
        assertThat(await(invoices.take(INVOICE, OTHER))).isEqualTo(OTHER);
    }

    @Test
    void tellsTheAttemptsAtOneSettlementApart() {
        Invoices invoices = invoices();
        Holder again = new Holder(ONE.person(), ONE.key(), "c".repeat(64));
        await(invoices.take(INVOICE, again));

        invoices.free(INVOICE, ONE).block();
        assertThat(await(invoices.pass(INVOICE, ONE, OTHER))).isFalse();

        assertThat(await(invoices.take(INVOICE, ONE))).isEqualTo(again);
        assertThat(await(invoices.pass(INVOICE, again, ONE))).isTrue();
    }

    @Test
    void passesOnAndFreesWhatWasTakenBeforeAttemptsWereKept() {
        Invoices invoices = invoices();
        Holder before = new Holder(ONE.person(), ONE.key(), null);
        await(invoices.take(INVOICE, before));

        assertThat(await(invoices.take(INVOICE, ONE))).isEqualTo(before);
        invoices.free(INVOICE, OTHER).block();
        assertThat(await(invoices.pass(INVOICE, before, ONE))).isTrue();
        assertThat(await(invoices.take(INVOICE, OTHER))).isEqualTo(ONE);
        invoices.free(INVOICE, ONE).block();

        await(invoices.take(INVOICE, before));
        invoices.free(INVOICE, ONE).block();
        assertThat(await(invoices.take(INVOICE, OTHER))).isEqualTo(OTHER);
    }
}
