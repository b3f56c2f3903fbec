package io.crosscare.settlement.audit;

import static io.crosscare.settlement.document.Awaited.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.crosscare.chassis.id.PersonId;
import io.crosscare.chassis.money.Money;
import io.crosscare.settlement.TestDatabase;
import io.crosscare.settlement.audit.model.Invariant;
import io.crosscare.settlement.audit.model.InvariantResult;
import io.crosscare.settlement.audit.model.Violation;
import io.crosscare.settlement.chain.UnpublishedEntries.Published;
import io.crosscare.settlement.chain.model.Entries;
import io.crosscare.settlement.chain.model.Settlement;
import io.crosscare.settlement.chain.model.Unpublished;
import io.crosscare.settlement.direct.model.LineReturn;
import io.crosscare.settlement.invoice.model.Holder;
import io.crosscare.settlement.invoice.model.Invoice;
import io.crosscare.settlement.visit.TestVisits;
import io.crosscare.settlement.visit.model.Visit;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What an audit finds of invoices: nothing in a sound store, and two live settlements of one by I18, whoever has it. */
class PlantedInvoicesIT {

    private static final PersonId GUSTAV = AuditedWorld.person('g');
    private static final PersonId HANNA = AuditedWorld.person('h');

    private final AuditedWorld world = new AuditedWorld(TestDatabase.with(List.of()));
    private final Settlement paid = world.settle(GUSTAV, 58_500);

    @Test
    void findsNothingWhereAnInvoiceIsPaidOnceAdjustedOrPaidAgainAfterAnUndo() {
        Settlement undone = world.settle(GUSTAV, 20_000);
        world.cancel(undone);
        Invoice invoice = Invoice.of(undone).orElseThrow();
        Settlement again = plant(HANNA, "again", invoice.number());
        await(world.invoices.pass(invoice, Holder.of(undone), Holder.of(again)));
        world.adjust(paid, new LineReturn(1, 5_000, Money.ofFen(29_250)));

        assertThat(world.audit())
                .allSatisfy(result -> assertThat(result.listed())
                        .as(result.invariant().name())
                        .isEmpty());
        assertThat(world.audit())
                .filteredOn(result -> result.invariant() == Invariant.I18)
                .singleElement()
                .satisfies(result -> assertThat(result.checked()).isEqualTo(2));
    }

    @Test
    void catchesASecondSettlementOfAnInvoice() {
        Settlement second = plant(HANNA, "second", String.valueOf(paid.invoiceNumber()));

        assertFound(second.id().value());
    }

    @Test
    void catchesASecondSettlementOfAnInvoiceThatWasAdjusted() {
        world.adjust(paid, new LineReturn(1, 5_000, Money.ofFen(29_250)));
        Settlement second = plant(GUSTAV, "second", String.valueOf(paid.invoiceNumber()));

        assertFound(second.id().value());
    }

    @Test
    void catchesTwoOfBeforeTheRegister() {
        plant(HANNA, "first", "FP-old");
        Settlement second = plant(HANNA, "second", "FP-old");

        assertFound(second.id().value());
    }

    /** In the chain and in its visit, and not in the register. */
    private Settlement plant(PersonId person, String key, String invoice) {
        Visit.Open visit = world.visit(person, List.of(TestVisits.line(1, "1", 1_000)));
        Settlement settlement = AuditedWorld.paying(
                world.settlement(visit, "1", 0, Entries.key(key), AuditedWorld::asComputed), invoice);
        world.forge(person).append(settlement);
        await(world.visits.replace(
                visit.settled(settlement.care().scope(), new Unpublished(settlement.id(), TestVisits.TRACEPARENT))));
        await(world.visits
                .published(List.of(new Published(settlement, TestVisits.TRACEPARENT)))
                .thenReturn(true));
        world.deliver(person);
        return settlement;
    }

    private void assertFound(String record) {
        List<Violation> found = world.audit().stream()
                .map(InvariantResult::listed)
                .flatMap(List::stream)
                .toList();

        assertThat(found).allSatisfy(violation -> {
            assertThat(violation.invariant()).isEqualTo(Invariant.I18);
            assertThat(violation.record()).isEqualTo(record);
        });
        assertThat(found).hasSize(1);
    }
}
