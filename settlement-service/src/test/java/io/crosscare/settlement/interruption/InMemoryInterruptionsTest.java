package io.crosscare.settlement.interruption;

class InMemoryInterruptionsTest extends InterruptionsContract {

    @Override
    protected Interruptions interruptions() {
        return new InMemoryInterruptions();
    }
}
