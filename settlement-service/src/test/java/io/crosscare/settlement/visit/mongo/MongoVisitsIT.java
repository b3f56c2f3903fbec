package io.crosscare.settlement.visit.mongo;

import io.crosscare.chassis.id.RandomIds;
import io.crosscare.settlement.TestDatabase;
import io.crosscare.settlement.visit.Visits;
import io.crosscare.settlement.visit.VisitsContract;

class MongoVisitsIT extends VisitsContract {

    private final MongoVisits visits = new MongoVisits(TestDatabase.with(MongoVisits.indexes()), RandomIds.secure());

    @Override
    protected Visits visits() {
        return visits;
    }
}
