package io.crosscare.correction.chain.mongo;

import io.crosscare.correction.TestDatabase;
import io.crosscare.correction.chain.Heads;
import io.crosscare.correction.chain.HeadsContract;
import java.util.List;

/** Heads in the store of the tests. */
class MongoHeadsIT extends HeadsContract {

    private static final Heads HEADS = new MongoHeads(TestDatabase.with(List.of()));

    @Override
    protected Heads heads() {
        return HEADS;
    }
}
