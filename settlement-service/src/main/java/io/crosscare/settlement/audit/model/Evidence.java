package io.crosscare.settlement.audit.model;

import io.crosscare.settlement.benefit.model.Catalogue;
import io.crosscare.settlement.benefit.model.PolicyPack;
import io.crosscare.settlement.benefit.model.Wording;
import io.crosscare.settlement.chain.model.StoredEntry;
import io.crosscare.settlement.direct.model.FrozenBill;
import org.jspecify.annotations.Nullable;

/** What an entry refers to, as found in the store. */
public sealed interface Evidence {

    /** It refers to nothing. */
    record None() implements Evidence {}

    /** A settlement's bill, and what it was priced with. */
    record Priced(FrozenBill bill, PolicyPack policy, Catalogue catalogue) implements Evidence {}

    /** Something of it is not there or not what it was. */
    record Lacking(Wording what) implements Evidence {}

    /**
     * What an adjustment refers to.
     *
     * @param rest the bill of what is left: priced, or lacking
     * @param original the settlement it replaces; null where there is no such entry
     */
    record Adjusted(Evidence rest, @Nullable StoredEntry original) implements Evidence {}

    /**
     * The entry an undo names.
     *
     * @param stored null where there is no such entry
     */
    record Original(@Nullable StoredEntry stored) implements Evidence {}

    Evidence NONE = new None();

    /** What is known of the entry's own bill. */
    static Evidence ofBill(Evidence evidence) {
        return evidence instanceof Adjusted(Evidence rest, var _) ? rest : evidence;
    }
}
