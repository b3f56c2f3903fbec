package io.crosscare.settlement.eligibility;

import io.crosscare.settlement.eligibility.model.RefusalReason.Owner;

class FakeReadModelsTest extends ReadModelsContract {

    @Override
    protected ReadModels copies(Owner... stale) {
        FakeReadModels copies = new FakeReadModels();
        for (Owner owner : stale) {
            copies.stale(owner);
        }
        return copies;
    }
}
