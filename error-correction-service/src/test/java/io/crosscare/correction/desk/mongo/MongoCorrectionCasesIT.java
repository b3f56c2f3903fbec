package io.crosscare.correction.desk.mongo;

import io.crosscare.correction.TestDatabase;
import io.crosscare.correction.desk.CorrectionCases;
import io.crosscare.correction.desk.CorrectionCasesContract;

/** Cases in the store of the tests. */
class MongoCorrectionCasesIT extends CorrectionCasesContract {

    private static final CorrectionCases CASES =
            new MongoCorrectionCases(TestDatabase.with(MongoCorrectionCases.indexes()));

    @Override
    protected CorrectionCases cases() {
        return CASES;
    }
}
