package io.crosscare.simulator.mutant;

import io.crosscare.chassis.event.Outbox;
import io.crosscare.correction.chain.ChainOwner;
import io.crosscare.settlement.chain.Chain;
import io.crosscare.settlement.visit.Visits;
import io.crosscare.simulator.bus.BusFlaws;
import io.crosscare.simulator.store.StoreFlaws;

/** What is put around the parts of the suite before they are wired. As it is here, nothing. */
public interface Mutation {

    Mutation NONE = new Mutation() {};

    default StoreFlaws store() {
        return StoreFlaws.NONE;
    }

    default BusFlaws bus() {
        return BusFlaws.NONE;
    }

    default Chain chain(Chain real) {
        return real;
    }

    /** As the doors see them, and whoever finishes a settlement. */
    default Visits visits(Visits real) {
        return real;
    }

    /** As the sweeper finds them. */
    default Visits sweptVisits(Visits seen) {
        return seen;
    }

    default Outbox outbox(Outbox real) {
        return real;
    }

    /** Whom the consumer asks for what it has missed. */
    default ChainOwner owner(ChainOwner real) {
        return real;
    }
}
