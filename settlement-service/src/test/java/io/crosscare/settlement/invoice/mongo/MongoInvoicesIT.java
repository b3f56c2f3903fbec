package io.crosscare.settlement.invoice.mongo;

import io.crosscare.settlement.TestDatabase;
import io.crosscare.settlement.invoice.Invoices;
import io.crosscare.settlement.invoice.InvoicesContract;
import java.util.List;

class MongoInvoicesIT extends InvoicesContract {

    @Override
    protected Invoices invoices() {
        return new MongoInvoices(TestDatabase.with(List.of()));
    }
}
