package io.crosscare.settlement.chain;

import io.crosscare.settlement.Faults;

class InMemoryChainTest extends ChainContract {

    private final InMemoryChain chain = new InMemoryChain(Faults.none());

    @Override
    protected Chain chain() {
        return chain;
    }
}
