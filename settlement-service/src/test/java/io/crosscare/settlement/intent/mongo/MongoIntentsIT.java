package io.crosscare.settlement.intent.mongo;

import io.crosscare.settlement.TestDatabase;
import io.crosscare.settlement.intent.Intents;
import io.crosscare.settlement.intent.IntentsContract;

/** Intents in the store of the tests. */
class MongoIntentsIT extends IntentsContract {

    private final MongoIntents intents = new MongoIntents(TestDatabase.with(MongoIntents.indexes()));

    @Override
    protected Intents intents() {
        return intents;
    }
}
