package io.crosscare.settlement.direct;

import io.crosscare.settlement.Faults;

class InMemoryBillsTest extends BillsContract {

    @Override
    protected Bills bills() {
        return new InMemoryBills(Faults.none());
    }
}
