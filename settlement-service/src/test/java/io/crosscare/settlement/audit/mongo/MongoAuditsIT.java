package io.crosscare.settlement.audit.mongo;

import io.crosscare.settlement.TestDatabase;
import io.crosscare.settlement.audit.Audits;
import io.crosscare.settlement.audit.AuditsContract;

class MongoAuditsIT extends AuditsContract {

    private final MongoAudits audits = new MongoAudits(TestDatabase.with(MongoAudits.indexes()));

    @Override
    protected Audits audits() {
        return audits;
    }
}
