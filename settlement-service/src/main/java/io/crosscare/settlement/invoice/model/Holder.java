package io.crosscare.settlement.invoice.model;

import io.crosscare.chassis.id.PersonId;
import io.crosscare.settlement.chain.model.Key;
import io.crosscare.settlement.chain.model.Settlement;

/**
 * Who has an invoice: a settlement by its key, which it has before it is in the chain and keeps when it is run again.
 */
public record Holder(PersonId person, Key key) {

    public static Holder of(Settlement settlement) {
        return new Holder(settlement.link().person(), settlement.key());
    }
}
