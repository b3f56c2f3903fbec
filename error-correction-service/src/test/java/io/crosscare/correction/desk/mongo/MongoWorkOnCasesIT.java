package io.crosscare.correction.desk.mongo;

import io.crosscare.correction.TestDatabase;
import io.crosscare.correction.desk.CorrectionCases;
import io.crosscare.correction.desk.WorkOnCasesContract;

/** What the desk does by itself, in the store of the tests. */
class MongoWorkOnCasesIT extends WorkOnCasesContract {

    private static final CorrectionCases CASES =
            new MongoCorrectionCases(TestDatabase.with(MongoCorrectionCases.indexes()));

    @Override
    protected CorrectionCases cases() {
        return CASES;
    }
}
