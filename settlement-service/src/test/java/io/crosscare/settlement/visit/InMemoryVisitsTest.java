package io.crosscare.settlement.visit;

import io.crosscare.settlement.Faults;

class InMemoryVisitsTest extends VisitsContract {

    private final InMemoryVisits visits = new InMemoryVisits(Faults.none());

    @Override
    protected Visits visits() {
        return visits;
    }
}
