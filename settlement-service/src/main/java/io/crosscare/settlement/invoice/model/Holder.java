package io.crosscare.settlement.invoice.model;

import io.crosscare.chassis.id.PersonId;
import io.crosscare.settlement.chain.model.Key;
import io.crosscare.settlement.chain.model.Settlement;
import org.jspecify.annotations.Nullable;

/**
 * Who has an invoice: one attempt at a settlement, by the settlement's key and the bill that the attempt froze. It has both before
 * it is in the chain and keeps them when it is run again. The key alone would not do: a refused one is free, and who comes again
 * under it freezes another bill.
 *
 * @param billHash null in a register of before it was kept
 */
public record Holder(PersonId person, Key key, @Nullable String billHash) {

    public static Holder of(Settlement settlement) {
        return new Holder(
                settlement.link().person(), settlement.key(), settlement.basis().billHash());
    }

    /** Whether it is the same settlement, attempted at an unknown time. */
    public boolean mayBe(Holder other) {
        return billHash == null && person.equals(other.person) && key.equals(other.key);
    }
}
