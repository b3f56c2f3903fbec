package io.crosscare.settlement.eligibility.mongo;

import com.mongodb.reactivestreams.client.MongoDatabase;
import io.crosscare.settlement.TestDatabase;
import io.crosscare.settlement.eligibility.RebuildCopiesContract;
import reactor.core.publisher.Mono;

/** Rebuilding in the store of the tests. */
class MongoStoredCopiesIT extends RebuildCopiesContract {

    @Override
    protected Stores stores() {
        MongoDatabase database = TestDatabase.with(MongoReadModels.indexes());
        return new Stores(
                new MongoReadModels(database, _ -> Mono.just(true)),
                new MongoStoredCopies(database),
                new MongoCopyRebuilds(database));
    }
}
