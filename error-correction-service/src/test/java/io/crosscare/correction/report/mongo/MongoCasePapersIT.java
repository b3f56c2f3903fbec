package io.crosscare.correction.report.mongo;

import io.crosscare.chassis.crypto.AesGcmCipher;
import io.crosscare.chassis.id.RandomIds;
import io.crosscare.correction.TestDatabase;
import io.crosscare.correction.report.CasePapers;
import io.crosscare.correction.report.CasePapersContract;

/** Papers in the store of the tests. */
class MongoCasePapersIT extends CasePapersContract {

    private static final CasePapers PAPERS = new MongoCasePapers(
            TestDatabase.with(MongoCasePapers.indexes()), new AesGcmCipher(new byte[32], RandomIds.secure()));

    @Override
    protected CasePapers papers() {
        return PAPERS;
    }
}
