package io.crosscare.settlement.intent;

import io.crosscare.settlement.Faults;

class InMemoryIntentsTest extends IntentsContract {

    @Override
    protected Intents intents() {
        return new InMemoryIntents(Faults.none());
    }
}
