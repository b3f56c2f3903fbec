package io.crosscare.settlement.benefit;

import io.crosscare.settlement.benefit.model.Catalogue;
import io.crosscare.settlement.benefit.model.Circumstances;
import io.crosscare.settlement.benefit.model.CostSplit;
import io.crosscare.settlement.benefit.model.PolicyPack;

/** A form in which the settlement sheet is shown: {@link SheetText} or {@link SheetPage}. */
@FunctionalInterface
public interface SheetForm {

    /** The sheet of a split, with the pack and the catalogue it was made from. */
    String show(SheetHead head, Circumstances care, CostSplit split, PolicyPack pack, Catalogue catalogue);
}
