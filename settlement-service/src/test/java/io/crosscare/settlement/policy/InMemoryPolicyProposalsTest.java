package io.crosscare.settlement.policy;

class InMemoryPolicyProposalsTest extends PolicyProposalsContract {

    @Override
    protected PolicyProposals proposals() {
        return new InMemoryPolicyProposals();
    }
}
