package io.crosscare.correction.deadletter.mongo;

import io.crosscare.chassis.crypto.AesGcmCipher;
import io.crosscare.chassis.id.RandomIds;
import io.crosscare.correction.TestDatabase;
import io.crosscare.correction.deadletter.DeadLetters;
import io.crosscare.correction.deadletter.DeadLettersContract;

/** Dead letters in the store of the tests. */
class MongoDeadLettersIT extends DeadLettersContract {

    private static final DeadLetters LETTERS = new MongoDeadLetters(
            TestDatabase.with(MongoDeadLetters.indexes()), new AesGcmCipher(new byte[32], RandomIds.secure()));

    @Override
    protected DeadLetters letters() {
        return LETTERS;
    }
}
