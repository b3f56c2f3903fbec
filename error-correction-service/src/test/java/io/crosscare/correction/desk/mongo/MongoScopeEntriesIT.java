package io.crosscare.correction.desk.mongo;

import io.crosscare.correction.TestDatabase;
import io.crosscare.correction.desk.ScopeEntries;
import io.crosscare.correction.desk.ScopeEntriesContract;

/** Entries in the store of the tests. */
class MongoScopeEntriesIT extends ScopeEntriesContract {

    private static final ScopeEntries ENTRIES = new MongoScopeEntries(TestDatabase.with(MongoScopeEntries.indexes()));

    @Override
    protected ScopeEntries entries() {
        return ENTRIES;
    }
}
