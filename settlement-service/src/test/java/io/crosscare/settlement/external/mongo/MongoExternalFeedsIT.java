package io.crosscare.settlement.external.mongo;

import io.crosscare.settlement.TestDatabase;
import io.crosscare.settlement.external.ExternalFeeds;
import io.crosscare.settlement.external.ExternalFeedsContract;
import java.util.List;

/** Feeds on a real store. */
class MongoExternalFeedsIT extends ExternalFeedsContract {

    @Override
    protected ExternalFeeds feeds() {
        return new MongoExternalFeeds(TestDatabase.with(List.of()));
    }
}
