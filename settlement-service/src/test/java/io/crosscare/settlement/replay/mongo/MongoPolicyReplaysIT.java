package io.crosscare.settlement.replay.mongo;

import io.crosscare.settlement.TestDatabase;
import io.crosscare.settlement.replay.PolicyReplays;
import io.crosscare.settlement.replay.PolicyReplaysContract;

/** Replays in the store of the tests. */
class MongoPolicyReplaysIT extends PolicyReplaysContract {

    private final MongoPolicyReplays replays = new MongoPolicyReplays(TestDatabase.with(MongoPolicyReplays.indexes()));

    @Override
    protected PolicyReplays replays() {
        return replays;
    }
}
