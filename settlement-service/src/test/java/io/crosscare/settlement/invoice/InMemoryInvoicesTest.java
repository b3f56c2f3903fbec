package io.crosscare.settlement.invoice;

import io.crosscare.settlement.Faults;

class InMemoryInvoicesTest extends InvoicesContract {

    @Override
    protected Invoices invoices() {
        return new InMemoryInvoices(Faults.none());
    }
}
