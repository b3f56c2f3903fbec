package io.crosscare.settlement.direct;

import io.crosscare.settlement.Faults;

class InMemoryRefusalsTest extends RefusalsContract {

    @Override
    protected Refusals refusals() {
        return new InMemoryRefusals(Faults.none());
    }
}
