package io.crosscare.settlement.invoice;

import io.crosscare.settlement.invoice.model.Holder;
import io.crosscare.settlement.invoice.model.Invoice;
import reactor.core.publisher.Mono;

/** Port to the register of invoices: at most one holder each. */
public interface Invoices {

    /** Writes the holder down, or says who has the invoice already. */
    Mono<Holder> take(Invoice invoice, Holder wanted);

    /**
     * Passes an invoice on.
     *
     * @return false when it is not the first holder's any more; then nothing was written
     */
    Mono<Boolean> pass(Invoice invoice, Holder from, Holder to);

    /** Frees what is this holder's, or may be; what is another's stays so, also another attempt's at the same settlement. */
    Mono<Void> free(Invoice invoice, Holder holder);
}
