package io.crosscare.settlement.invoice;

import io.crosscare.settlement.Faults;
import io.crosscare.settlement.invoice.model.Holder;
import io.crosscare.settlement.invoice.model.Invoice;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import reactor.core.publisher.Mono;

/** The register for tests, kept to the same contract as the store's. */
public final class InMemoryInvoices implements Invoices {

    private final Map<Invoice, Holder> holders = new ConcurrentHashMap<>();
    private final Faults faults;

    public InMemoryInvoices(Faults faults) {
        this.faults = faults;
    }

    @Override
    public Mono<Holder> take(Invoice invoice, Holder wanted) {
        return faults.around(Mono.fromSupplier(
                () -> Optional.ofNullable(holders.putIfAbsent(invoice, wanted)).orElse(wanted)));
    }

    @Override
    public Mono<Boolean> pass(Invoice invoice, Holder from, Holder to) {
        return faults.around(Mono.fromSupplier(() -> holders.replace(invoice, from, to)));
    }

    @Override
    public Mono<Void> free(Invoice invoice, Holder holder) {
        return faults.around(Mono.fromRunnable(() -> holders.computeIfPresent(
                invoice, (_, present) -> present.equals(holder) || present.mayBe(holder) ? null : present)));
    }
}
