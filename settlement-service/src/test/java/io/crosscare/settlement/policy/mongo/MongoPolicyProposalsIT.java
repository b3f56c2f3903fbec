package io.crosscare.settlement.policy.mongo;

import io.crosscare.settlement.TestDatabase;
import io.crosscare.settlement.policy.PolicyProposals;
import io.crosscare.settlement.policy.PolicyProposalsContract;

/** Proposals in the store of the tests. */
class MongoPolicyProposalsIT extends PolicyProposalsContract {

    private final MongoPolicyProposals proposals =
            new MongoPolicyProposals(TestDatabase.with(MongoPolicyProposals.indexes()));

    @Override
    protected PolicyProposals proposals() {
        return proposals;
    }
}
